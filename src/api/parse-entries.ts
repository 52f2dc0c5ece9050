import { DecodeError } from './errors.ts'
import { parseXml, type XmlElement } from './parse-xml.ts'
import { type Entry, listIn } from './xml-entry.ts'

/** How deep the documented reply goes below its root: location, details, place, value. */
const DOCUMENTED_DEPTH = 4

/** Deeper nesting is refused before parsing: some parsers overflow on it and others take minutes. */
const MAX_DEPTH = 500

const starts = ['<?xml', '<result']

/**
 * Parses an XML reply into the entries of its root `result`. Elements that are no `entry` are ignored, and so
 * is what lies deeper than documented.
 * @throws DecodeError `truncated` or `not-json-or-xml`.
 */
export function parseEntries(text: string): readonly Entry[] {
  if (/<!ENTITY/i.test(text) || depthOf(text) > MAX_DEPTH) throw new DecodeError('not-json-or-xml')
  const root = parseXml(text)
  if (root === undefined) {
    const isCut = starts.some(start => text.startsWith(start) || start.startsWith(text))
    throw new DecodeError(isCut ? 'truncated' : 'not-json-or-xml')
  }
  if (root.name !== 'result') throw new DecodeError('not-json-or-xml')
  return listIn(toEntry(root, DOCUMENTED_DEPTH))
}

function toEntry({ text, elements }: XmlElement, depth: number): Entry {
  if (elements.length === 0) return text.trim()
  if (depth === 0) return ''
  return elements.filter(({ name }) => name === 'entry').map(element => toEntry(element, depth - 1))
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [tag] of text.matchAll(/<\/?[a-z][^<>]*>/gi)) {
    if (tag.endsWith('/>')) continue
    depth += tag.startsWith('</') ? -1 : 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}
