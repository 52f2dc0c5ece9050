/** What an XML entry holds: trimmed text, empty when it holds nothing, or its own entries in order. */
export type Entry = string | readonly Entry[]

/** The entries of a list; none for a leaf. */
export function listIn(entry: Entry | undefined): readonly Entry[] {
  return typeof entry === 'object' ? entry : []
}

export function isList(entry: Entry | undefined): boolean {
  return typeof entry === 'object'
}

export function isBlank(entry: Entry | undefined): boolean {
  return entry === undefined || entry === ''
}

export function isText(entry: Entry | undefined): boolean {
  return typeof entry === 'string' && entry !== ''
}

export function areLeaves(entries: readonly Entry[]): boolean {
  return !entries.some(isList)
}

export function hasLeaves(entry: Entry | undefined, count: number): boolean {
  return listIn(entry).length === count && areLeaves(listIn(entry))
}

export function hasLists(entry: Entry | undefined): boolean {
  return listIn(entry).some(isList)
}
