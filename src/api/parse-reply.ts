import Big from 'big.js'
import * as z from 'zod/mini'
import { detectFormat } from './detect-format.ts'
import { ALL_IS_WELL, DecodeError, isListed, providerError } from './errors.ts'
import { field, parseCount, parseText } from './parse-fields.ts'
import { parseLocation } from './parse-location.ts'
import { parseStatus, parseSuccess } from './provider-vocabulary.ts'
import type { Cost, Rental, RentalFlag, Targeting } from './rental.ts'
import { parseXmlReply, type XmlReply } from './xml-reply.ts'

/** Euros: a total this far from `quantity × unit price` is only rounded. */
const HALF_A_CENT = '0.005'

const File = z.object({ phoneNumbers: field(parseCount) })

const Reply = z.object({
  success: field(parseSuccess),
  code: field(parseCount),
  message: field(parseText),
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
  if (isError(reply)) throw providerError(reply.code, reply.message ?? '')
  if (reply.token === undefined && !carriesData(reply)) throw new DecodeError('nothing-in-it')
  const { targeting, places, cost } = reply.location ?? parseLocation(undefined)
  return {
    status: reply.status?.status ?? 'unknown',
    statusText: reply.status?.statusText,
    token: reply.token,
    targeting,
    places,
    cost,
    phoneNumbers: reply.file?.phoneNumbers,
    flags: [
      ...successFlags(reply),
      ...flagIf(areSwapped(targeting), 'ages-swapped'),
      ...flagIf(disagrees(cost), 'cost-disagrees'),
      ...flagIf(!asDocumented, 'xml-positions'),
    ],
  }
}

function namedFields(text: string): XmlReply {
  const isXml = detectFormat(text) === 'xml'
  return isXml ? parseXmlReply(text.trim()) : { fields: parseJsonReply(text.trim()), asDocumented: true }
}

function carriesData({ status, location, file }: Reply): boolean {
  return [status, location, file].some(part => part !== undefined)
}

function isError(reply: Reply): boolean {
  const { success, code, message } = reply
  const namesError = code !== undefined && code !== ALL_IS_WELL
  if (!carriesData(reply)) return success === false || (success === true ? isListed(code) : namesError)
  return success === false && (namesError || (code === undefined && message !== undefined))
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
  return new Big(unitPrice).times(quantity).minus(total).abs().gt(HALF_A_CENT)
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
