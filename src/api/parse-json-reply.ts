import { DecodeError } from './errors.ts'

/**
 * Reads a JSON reply as an object of fields that are still to be checked.
 * @throws DecodeError `truncated`, `not-json-or-xml` or `not-an-object`.
 */
export function parseJsonReply(text: string): object {
  const value = parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new DecodeError('not-an-object')
  return value
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new DecodeError(/^[[{]/.test(text) ? 'truncated' : 'not-json-or-xml', { cause })
  }
}
