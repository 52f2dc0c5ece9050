import * as z from 'zod/mini'
import { canDeflate, deflate, fromBase64Url, inflate, percentDecoded, toBase64Url } from '../lib/encoding.ts'
import { isTooMuch, tidyInterests, tidyRental } from './outside-rental.ts'
import { visibleText } from './plain-text.ts'
import type { TrackedRental } from './tracked-rental.ts'
import type { NewRental } from './tracked-store.ts'

/** Far below what browsers take. */
export const MAX_SHARE_CHARS = 100_000

/** A small text can be made to inflate to gigabytes. */
const MAX_UNPACKED_BYTES = 4_000_000

/** The first letter of a link: compressed JSON, or bare JSON where the browser cannot compress. */
const COMPRESSED = 'z'
const BARE = 'j'

const entries = z.array(
  z.union([
    z.tuple([z.string()]),
    z.tuple([z.string(), z.string()]),
    z.tuple([z.string(), z.string(), z.array(z.string())]),
  ]),
)
/** Counted before a schema looks at each entry. */
const counted = z.object({ rentals: z.unknown(), interests: z.optional(z.unknown()) })
const shared = z.union([entries, z.object({ rentals: entries, interests: z.record(z.string(), z.string()) })])

export type SharedList = {
  readonly rentals: readonly NewRental[]
  /** The sender's own names for interest codes. */
  readonly interests: Readonly<Record<string, string>>
  /** The link carries more than a board accepts; nothing of it was read. */
  readonly isTooMuch?: boolean
}

const tooMuch: SharedList = { rentals: [], interests: {}, isTooMuch: true }

/** A part of an address: one letter for the form, then base64url. */
export async function writeShare(
  rentals: Iterable<TrackedRental>,
  interests: SharedList['interests'] = {},
): Promise<string> {
  const entries = Array.from(rentals, ({ token, name = '', tags }) => {
    if (tags.length > 0) return [token, name, tags]
    return name === '' ? [token] : [token, name]
  })
  const whole = Object.keys(interests).length === 0 ? entries : { rentals: entries, interests }
  const bytes = new TextEncoder().encode(JSON.stringify(whole))
  return canDeflate() ? COMPRESSED + toBase64Url(await deflate(bytes)) : BARE + toBase64Url(bytes)
}

/** Also in an address that carries the link in turn, or an address with that one. */
const IN_TEXT = /(?:#|%(?:25)*23)(?:\/|%(?:25)*2f)partage(?:\/|%(?:25)*2f)([zj][\w\s%=>|-]{1,100000})/i

/** How often a program on the way may have escaped what another had escaped. */
const MAX_DECODE_ROUNDS = 3

/** The part of a share link anywhere in a text, with whatever follows it (`parseShare` parts them). */
export function shareIn(text: string): string | undefined {
  return IN_TEXT.exec(text)?.[1]
    ?.split(/\n\s*\n/, 1)[0]
    ?.trimEnd()
}

/** Pieces of a broken link, each taken with those before it. */
const MAX_PIECES = 200

/**
 * Reads a part of an address, whatever mail and chat programs added: line breaks, spaces, percent signs and invisible
 * characters in it, punctuation, parameters and a sentence behind it. Undefined when it is cut off, damaged or of an
 * unknown form.
 */
export async function parseShare(written: string): Promise<SharedList | undefined> {
  if (written.length > 2 * MAX_SHARE_CHARS) return tooMuch
  for (const part of partsIn(written)) {
    const list = await readPart(part)
    if (list !== undefined) return list
  }
  return undefined
}

/** All that the text may mean. A part that is cut off or has more behind it is never read by chance. */
function partsIn(written: string): ReadonlySet<string> {
  const texts = [written]
  for (let round = 0; round < MAX_DECODE_ROUNDS; round += 1)
    texts.unshift((texts[0] ?? '').replace(/(?:%[0-9a-f]{2})+/gi, percentDecoded))
  return new Set(
    [...new Set(texts)].flatMap(text => {
      const plain = visibleText(text).replaceAll('%', '')
      const [chain = ''] = /^[\w-]+(?:=?\s[\s>|]*[\w-]+)*/.exec(plain) ?? []
      const pieces = chain.split(/[^\w-]+/)
      const joined = pieces.slice(0, MAX_PIECES).map((_, at) => pieces.slice(0, at + 1).join(''))
      return [pieces.join(''), ...joined].flatMap(part => [part, part.replace(/[_-]+$/, '')])
    }),
  )
}

async function readPart(part: string): Promise<SharedList | undefined> {
  if (part.length > MAX_SHARE_CHARS) return tooMuch
  const bytes = fromBase64Url(part.slice(1))
  if (bytes === undefined) return undefined
  try {
    const json = part.startsWith(BARE) ? bytes : await inflate(bytes, MAX_UNPACKED_BYTES)
    return readEntries(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)))
  } catch (cause) {
    return cause instanceof RangeError ? tooMuch : undefined
  }
}

function readEntries(value: unknown): SharedList {
  const { rentals: all, interests: names } = counted.parse(Array.isArray(value) ? { rentals: value } : value)
  if (Array.isArray(all)) {
    const tags = all.map((entry: unknown) => (Array.isArray(entry) ? entry[2] : undefined))
    if (isTooMuch(all.length, tags, names)) return tooMuch
  }
  const read = shared.parse(value)
  const { rentals: entries, interests } = Array.isArray(read) ? { rentals: read, interests: {} } : read
  const rentals = entries
    .map(([token, name, tags]) => tidyRental({ token, name, tags }))
    .filter(({ token }) => token !== '')
  return {
    rentals: [...new Map(rentals.map(rental => [rental.token, rental])).values()],
    interests: tidyInterests(interests),
  }
}
