const PREFIX = 'rental-board:v1:download:'

/** The storage key of a rental's marker. */
export function markerKey(token: string): string {
  return PREFIX + encodeURIComponent(token)
}

/** The rental that a storage key is the marker of; undefined for every other key. */
export function markedToken(key: string | null): string | undefined {
  try {
    return key?.startsWith(PREFIX) ? decodeURIComponent(key.slice(PREFIX.length)) : undefined
  } catch {
    return undefined
  }
}

/** The rentals with a marker in the storage. */
export function markedTokens(storage: Storage | undefined): readonly string[] {
  try {
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? null)
    return keys.flatMap(key => markedToken(key) ?? [])
  } catch {
    return []
  }
}
