import { DecodeError } from './errors.ts'
import { parseXml, type XmlElement } from './parse-xml.ts'
import { parseSuccess } from './provider-vocabulary.ts'
import { parseCount } from './written-number.ts'

/** What the positions stand for: the order of the JSON fields. Source: `docs/provider-api.md`, XML. */
const keys = {
  reply: ['success', 'token', 'status'],
  location: ['sexe', 'minAge', 'maxAge', 'zipcode', 'interest', 'category'],
  place: ['Type', 'Location', 'VolumeDesired', 'Volume'],
  cost: ['quantity', 'total', 'cost_unity'],
  file: ['phoneNumbers'],
}

/** How deep the documented reply goes below its root: location, details, place, value. */
const DOCUMENTED_DEPTH = 4

/** Deeper nesting is refused before parsing: some parsers overflow on it and others take minutes. */
const MAX_DEPTH = 500

const starts = ['<?xml', '<result']

/** What an XML entry holds: trimmed text, empty when it holds nothing, or its own entries in order. */
type Entry = string | readonly Entry[]

type Given = Entry | undefined

/** A positional reply under the names of the JSON fields, whose values are still to be checked. */
export type XmlReply = {
  fields: object
  /** False when an entry was missing, added or moved: then only what its structure tells is named. */
  asDocumented: boolean
}

/** @throws DecodeError `truncated` or `not-json-or-xml`. */
export function parseXmlReply(text: string): XmlReply {
  const entries = parseEntries(text)
  return isError(entries) ? { fields: nameError(entries), asDocumented: true } : nameReply(entries)
}

/** The entries of the root `result`. Elements that are no `entry` are ignored, and so is what lies too deep. */
function parseEntries(text: string): readonly Entry[] {
  if (/<!ENTITY/i.test(text) || depthOf(text) > MAX_DEPTH) throw new DecodeError('not-json-or-xml')
  const root = parseXml(text)
  const isCut = root === undefined && starts.some(start => text.startsWith(start) || start.startsWith(text))
  if (isCut) throw new DecodeError('truncated')
  if (root?.name !== 'result') throw new DecodeError('not-json-or-xml')
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

/** A false reply with a location and no code in second place is a status reply that says something odd. */
function isError(entries: readonly Entry[]): boolean {
  if (parseSuccess(entries[0]) !== false) return false
  return entries.length <= 3 || parseCount(entries[1]) !== undefined || !entries.some(hasLists)
}

/** Its words may be a list of pairs, of the part that is wrong and what is wrong with it. */
function nameError([success, ...told]: readonly Entry[]) {
  const code = told.find(entry => parseCount(entry) !== undefined)
  const words = told
    .slice(0, 2)
    .filter(entry => entry !== code)
    .at(-1)
  const message = isList(words) ? listIn(words).map(pair => listIn(pair).at(-1) ?? pair) : words
  return { success, code, message }
}

function nameReply(entries: readonly Entry[]): XmlReply {
  const rest = entries.slice(keys.reply.length)
  const [fourth, fifth] = rest
  const inPlace =
    rest.length === 2 &&
    areLeaves(entries.slice(0, 3)) &&
    !isText(fourth) &&
    !isText(fifth) &&
    !hasLists(fifth)
  const location = nameLocation(inPlace ? fourth : rest.find(hasLists))
  const file = inPlace ? fifth : rest.find(entry => isA('file', entry))
  return {
    fields: { ...named('reply', entries), location: location?.fields, file: record('file', file) },
    asDocumented: inPlace && location?.asDocumented !== false && (!file?.length || isA('file', file)),
  }
}

function nameLocation(entry: Given): XmlReply | undefined {
  if (!entry) return undefined
  const entries = listIn(entry)
  const [places, cost] = entries.slice(keys.location.length)
  const inPlace =
    entries.length === 8 &&
    areLeaves(entries.slice(0, 6)) &&
    !(isText(places) || isA('cost', places) || isText(cost) || isPlaces(cost))
  if (inPlace) {
    const isWhole = listIn(places).every(place => isA('place', place)) && (!cost || isA('cost', cost))
    return { fields: { ...named('location', entries), ...nameOrder(places, cost) }, asDocumented: isWhole }
  }
  const isCost = (entry: Entry) => isA('cost', entry)
  return {
    fields: nameOrder(only(entries.filter(isPlaces)), only(entries.filter(isCost))),
    asDocumented: false,
  }
}

function nameOrder(places: Given, cost: Given) {
  const named = listIn(places).map(place => record('place', place))
  return { details_localisation: named.filter(place => place !== undefined), cost: record('cost', cost) }
}

/** Undefined for what has another form. */
function record(kind: keyof typeof keys, entry: Given) {
  return isA(kind, entry) ? named(kind, listIn(entry)) : undefined
}

function named(kind: keyof typeof keys, entries: readonly Entry[]): Record<string, Given> {
  return Object.fromEntries(keys[kind].map((name, index) => [name, entries[index]]))
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined
}

/** A list of as many leaves as the kind has names. */
function isA(kind: keyof typeof keys, entry: Given): boolean {
  return listIn(entry).length === keys[kind].length && areLeaves(listIn(entry))
}

function isPlaces(entry: Given): boolean {
  return listIn(entry).length > 0 && listIn(entry).every(isList)
}

/** None for a leaf. */
function listIn(entry: Given): readonly Entry[] {
  return isList(entry) ? entry : []
}

function isList(entry: Given): entry is readonly Entry[] {
  return typeof entry === 'object'
}

function isText(entry: Given): boolean {
  return typeof entry === 'string' && entry !== ''
}

function areLeaves(entries: readonly Entry[]): boolean {
  return !entries.some(isList)
}

function hasLists(entry: Given): boolean {
  return listIn(entry).some(isList)
}
