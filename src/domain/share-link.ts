import * as z from 'zod/mini'
import { fromBase64Url, toBase64Url } from '../lib/base64-url.ts'
import { canDeflate, deflate, inflate } from '../lib/deflate.ts'
import { tidyName } from '../tokens/rental-name.ts'
import type { TrackedRental } from '../tokens/tracked-rental.ts'
import type { NewRental } from '../tokens/tracked-store.ts'
import { readTags } from './tags.ts'

/** The longest part of an address that is offered, in characters: far below what browsers take. */
export const LONGEST_SHARE = 100_000

/** What a link may unfold to, in bytes: a small text can be made to unfold to gigabytes. */
const LARGEST = 4_000_000

/** How the text that follows is written: compressed JSON, or bare JSON where the browser cannot compress. */
const COMPRESSED = 'z'
const BARE = 'j'

const entries = z.array(
  z.union([
    z.tuple([z.string()]),
    z.tuple([z.string(), z.string()]),
    z.tuple([z.string(), z.string(), z.array(z.string())]),
  ]),
)
const shared = z.union([entries, z.object({ rentals: entries, interests: z.record(z.string(), z.string()) })])

/** What a link carries. */
export type Shared = {
  readonly rentals: readonly NewRental[]
  /** The sender's own names for interest codes. */
  readonly interests: Readonly<Record<string, string>>
}

/** Rentals, and names of interest codes, as a part of an address: one letter for the form, then base64url. */
export async function writeShare(
  rentals: Iterable<TrackedRental>,
  interests: Shared['interests'] = {},
): Promise<string> {
  const entries = Array.from(rentals, ({ token, name = '', tags }) => {
    if (tags.length > 0) return [token, name, tags]
    return name === '' ? [token] : [token, name]
  })
  const whole = Object.keys(interests).length === 0 ? entries : { rentals: entries, interests }
  const bytes = new TextEncoder().encode(JSON.stringify(whole))
  return canDeflate() ? COMPRESSED + toBase64Url(await deflate(bytes)) : BARE + toBase64Url(bytes)
}

/** Reads such a part of an address; undefined when it is cut off, damaged or of a form not known yet. */
export async function readShare(part: string): Promise<Shared | undefined> {
  const bytes = part.length > LONGEST_SHARE ? undefined : fromBase64Url(part.slice(1))
  if (bytes === undefined) return undefined
  try {
    const json = part.startsWith(BARE) ? bytes : await inflate(bytes, LARGEST)
    const read = shared.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)))
    const { rentals: entries, interests } = Array.isArray(read) ? { rentals: read, interests: {} } : read
    const rentals = entries.map(([token, name = '', tags = []]) => {
      return { token, name: tidyName(name), tags: tags.flatMap(readTags) }
    })
    return {
      rentals: [...new Map(rentals.map(rental => [rental.token, rental])).values()],
      interests: tidyNames(interests),
    }
  } catch {
    return undefined
  }
}

function tidyNames(interests: Shared['interests']): Shared['interests'] {
  const names = Object.entries(interests).flatMap(([code, name]) => {
    const tidied = tidyName(name)
    return code === '' || tidied === undefined ? [] : [[code, tidied] as const]
  })
  return Object.fromEntries(names)
}
