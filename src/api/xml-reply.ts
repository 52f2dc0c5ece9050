import { parseEntries } from './parse-entries.ts'
import { parseCount } from './parse-fields.ts'
import { parseSuccess } from './provider-vocabulary.ts'
import { areLeaves, type Entry, hasLeaves, hasLists, isBlank, isList, isText, listIn } from './xml-entry.ts'

/** What the positions stand for: the order of the JSON fields. Source: `docs/provider-api.md`, XML. */
const keys = {
  error: ['success', 'code', 'message'],
  reply: ['success', 'token', 'status'],
  location: ['sexe', 'minAge', 'maxAge', 'zipcode', 'interest', 'category'],
  place: ['Type', 'Location', 'VolumeDesired', 'Volume'],
  cost: ['quantity', 'total', 'cost_unity'],
  file: ['phoneNumbers'],
}

/** A positional reply under the names of the JSON fields, whose values are still to be checked. */
export type XmlReply = {
  fields: object
  /** False when an entry was missing, added or moved: then only what its structure tells is named. */
  asDocumented: boolean
}

/** @throws DecodeError `truncated` or `not-json-or-xml`. */
export function parseXmlReply(text: string): XmlReply {
  const entries = parseEntries(text)
  return isError(entries) ? { fields: named(keys.error, entries), asDocumented: true } : nameReply(entries)
}

/** A false reply with a location and no code in second place is a status reply that says something odd. */
function isError(entries: readonly Entry[]): boolean {
  if (parseSuccess(entries[0]) !== false) return false
  return parseCount(entries[1]) !== undefined || !entries.some(hasLists)
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
  const file = inPlace ? fifth : rest.find(isFile)
  return {
    fields: {
      ...named(keys.reply, entries),
      location: location?.fields,
      file: isFile(file) ? named(keys.file, listIn(file)) : undefined,
    },
    asDocumented: inPlace && location?.asDocumented !== false && (isBlank(file) || isFile(file)),
  }
}

function nameLocation(entry: Entry | undefined): XmlReply | undefined {
  if (isBlank(entry)) return undefined
  const entries = listIn(entry)
  const [places, cost] = entries.slice(keys.location.length)
  const inPlace =
    entries.length === 8 &&
    areLeaves(entries.slice(0, 6)) &&
    !(isText(places) || isCost(places) || isText(cost) || isPlaces(cost))
  if (!inPlace) {
    const fields = {
      ...namePlaces(only(entries.filter(isPlaces))),
      ...nameCost(only(entries.filter(isCost))),
    }
    return { fields, asDocumented: false }
  }
  return {
    fields: { ...named(keys.location, entries), ...namePlaces(places), ...nameCost(cost) },
    asDocumented: (isBlank(places) || listIn(places).every(isPlace)) && (isBlank(cost) || isCost(cost)),
  }
}

function namePlaces(entry: Entry | undefined) {
  const places = listIn(entry).filter(isPlace)
  return { details_localisation: places.map(place => named(keys.place, listIn(place))) }
}

function nameCost(entry: Entry | undefined) {
  return { cost: isCost(entry) ? named(keys.cost, listIn(entry)) : undefined }
}

function named(names: readonly string[], entries: readonly Entry[]): Record<string, Entry | undefined> {
  return Object.fromEntries(names.map((name, index) => [name, entries[index]]))
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined
}

function isPlaces(entry: Entry | undefined): boolean {
  return listIn(entry).length > 0 && listIn(entry).every(isList)
}

function isPlace(entry: Entry | undefined): boolean {
  return hasLeaves(entry, keys.place.length)
}

function isCost(entry: Entry | undefined): boolean {
  return hasLeaves(entry, keys.cost.length)
}

function isFile(entry: Entry | undefined): boolean {
  return hasLeaves(entry, keys.file.length)
}
