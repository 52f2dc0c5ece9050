import * as z from 'zod/mini'
import { detectFormat } from './detect-format.ts'
import { ALL_IS_WELL, DecodeError } from './errors.ts'
import { field, parseText } from './parse-fields.ts'
import { parseLocation, type WrittenLocation } from './parse-location.ts'
import { parseStatus } from './provider-vocabulary.ts'
import type { Cost, Rental, RentalFlag, Targeting } from './rental.ts'
import { isListed, providerError, type ReplyError, replyError, toldSchema } from './reply-error.ts'
import { isProduct, settleNumbers } from './settle-numbers.ts'
import { countOf, isInterpreted, sure, type Written, writtenCount } from './written-number.ts'
import { parseXmlReply, type XmlReply } from './xml-reply.ts'

/** More of them say nothing more. */
const MAX_UNREAD = 20

const File = z.object({ phoneNumbers: field(writtenCount) })

const Reply = z.object({
  ...toldSchema.shape,
  token: field(parseText),
  status: field(parseStatus),
  location: field(parseLocation),
  file: field(value => File.safeParse(value).data ?? {}),
})

type Reply = z.infer<typeof Reply>

/**
 * Reads a rental from a reply's text, JSON or positional XML. A field that cannot be read is absent, and the
 * others are kept.
 * @throws ApiError or RateLimitError when the reply names an error, DecodeError when no rental can be read from it.
 */
export function parseReply(text: string): Rental {
  const { fields, asDocumented } = namedFields(text)
  const reply = Reply.parse(fields)
  const error = errorOf(reply)
  if (error !== undefined) throw providerError(error.code, error.words)
  if (reply.token === undefined && !carriesData(reply)) throw new DecodeError('nothing-in-it')
  const location = reply.location ?? parseLocation(undefined)
  const { cost, places, phoneNumbers, unread, isGuess } = readNumbers(location, reply.file?.phoneNumbers)
  const { targeting } = location
  return asStored({
    status: reply.status?.status ?? 'unknown',
    statusText: reply.status?.statusText,
    token: reply.token,
    targeting,
    places,
    cost,
    phoneNumbers,
    unread: unread.length > 0 ? unread : undefined,
    flags: [
      ...successFlags(reply),
      ...flagIf(areSwapped(targeting), 'ages-swapped'),
      ...flagIf(disagrees(cost), 'cost-disagrees'),
      ...flagIf(isGuess, 'number-interpreted'),
      ...flagIf(unread.length > 0, 'number-unread'),
      ...flagIf(!asDocumented, 'xml-positions'),
    ],
  })
}

/** Without the keys of what is not given, so that a reply equals the same one when it comes back from the storage. */
function asStored(rental: Rental): Rental {
  return JSON.parse(JSON.stringify(rental))
}

/**
 * The error that a reply names; undefined when it names none.
 * @throws DecodeError when it cannot be read.
 */
export function errorIn(text: string): ReplyError | undefined {
  return errorOf(Reply.parse(namedFields(text).fields))
}

function namedFields(text: string): XmlReply {
  const isXml = detectFormat(text) === 'xml'
  return isXml ? parseXmlReply(text.trim()) : { fields: parseJsonReply(text.trim()), asDocumented: true }
}

function carriesData({ status, location, file }: Reply): boolean {
  return [status, location, file].some(part => part !== undefined)
}

/** A reply with data is an error only where it says both that it failed and why; its `status` alone may be an error's. */
function errorOf(reply: Reply): ReplyError | undefined {
  const { success, code, error, errors } = reply
  const found = replyError(reply)
  const namesError = code !== undefined && code !== ALL_IS_WELL
  const isFailed = success === false || (success === undefined && !isRental(reply))
  const isError = carriesData(reply)
    ? isFailed && (namesError || (code === undefined && found.words !== ''))
    : success === true
      ? isListed(code) || (error ?? errors) !== undefined
      : success === false || namesError || found.words !== ''
  return isError ? found : undefined
}

function isRental({ token, status, location, file }: Reply): boolean {
  const isKnown = status !== undefined && status.status !== 'unknown'
  return isKnown || [token, location, file].some(part => part !== undefined)
}

function readNumbers({ cost, places, sums, ages }: WrittenLocation, phoneNumbers: Written | undefined) {
  const settled = settleNumbers({
    quantity: cost.quantity,
    unitPrice: cost.cost_unity,
    total: cost.total,
    phoneNumbers,
    wanted: places.map(({ wanted }) => wanted),
    available: places.map(({ available }) => available),
    sums: sums ?? {},
  })
  const { quantity, unitPrice, total, wanted, available } = settled
  const written = [...ages, quantity, unitPrice, total, settled.phoneNumbers, ...wanted, ...available]
  const given = written.filter(number => number !== undefined)
  const read = { quantity: countOf(quantity), unitPrice: sure(unitPrice), total: sure(total) }
  return {
    cost: isGiven(read) ? read : undefined,
    places: places
      .map(({ type, location }, index) => {
        return { type, location, wanted: countOf(wanted[index]), available: countOf(available[index]) }
      })
      .filter(isGiven),
    phoneNumbers: countOf(settled.phoneNumbers),
    unread: given
      .filter(number => sure(number) === undefined)
      .slice(0, MAX_UNREAD)
      .map(({ text }) => text),
    isGuess: given.some(isInterpreted),
  }
}

function isGiven(part: object): boolean {
  return Object.values(part).some(value => value !== undefined)
}

function successFlags({ success }: Reply): RentalFlag[] {
  if (success === true) return []
  return [success === undefined ? 'success-missing' : 'success-odd']
}

function flagIf(isOdd: boolean, flag: RentalFlag): RentalFlag[] {
  return isOdd ? [flag] : []
}

function areSwapped({ minAge, maxAge }: Targeting): boolean {
  return minAge !== undefined && maxAge !== undefined && minAge > maxAge
}

function disagrees({ quantity, unitPrice, total }: Cost = {}): boolean {
  if (quantity === undefined || unitPrice === undefined || total === undefined) return false
  return !isProduct(quantity, unitPrice, total)
}

/** @throws DecodeError `truncated`, `not-json-or-xml` or `not-an-object`. */
function parseJsonReply(text: string): object {
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
