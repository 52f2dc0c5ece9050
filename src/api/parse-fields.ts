import * as z from 'zod/mini'

/**
 * A schema for a field that may be missing. What is null or blank counts as missing; anything else goes to
 * `read`, which answers undefined for what it cannot read. It never fails.
 */
export function field<Value>(read: (value: unknown) => Value | undefined) {
  return z.optional(
    z.pipe(
      z.unknown(),
      z.transform(value => (isBlank(value) ? undefined : read(value))),
    ),
  )
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}

/** Text, trimmed; finite numbers are written out. */
export function parseText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** A list of texts, from an array or from one text with commas, semicolons or spaces; each once, in order. */
export function parseList(value: unknown): string[] {
  const items = Array.isArray(value) ? value : [value]
  const texts = items.flatMap(item => parseText(item)?.split(/[,;\s]+/) ?? [])
  return [...new Set(texts.filter(text => text !== ''))]
}
