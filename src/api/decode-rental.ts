import Big from 'big.js'
import * as z from 'zod/mini'
import { field, readCount, readText } from './decode-fields.ts'
import { decodeJson } from './decode-json.ts'
import { readLocation } from './decode-location.ts'
import { readStatus, readSuccess } from './decode-words.ts'
import { decodeXml, type NamedReply } from './decode-xml.ts'
import { ALL_IS_WELL, DecodeError, isListed, providerError } from './errors.ts'
import type { Cost, Rental, RentalFlag, Targeting } from './rental.ts'
import { sniffReply } from './reply-text.ts'

/** Euros: a total this far from `quantity × unit price` is only rounded. */
const HALF_A_CENT = '0.005'

const File = z.object({ phoneNumbers: field(readCount) })

const Reply = z.object({
  success: field(readSuccess),
  code: field(readCount),
  message: field(readText),
  token: field(readText),
  status: field(readStatus),
  location: field(readLocation),
  file: field(value => File.safeParse(value).data ?? {}),
})

type Reply = z.infer<typeof Reply>

/**
 * Reads a rental from a reply's text, JSON or positional XML. A field that cannot be read is absent; the rest
 * of the reply still stands.
 * @throws ApiError or RateLimitError when the reply names an error, DecodeError when no rental can be read from it.
 */
export function decodeReply(text: string): Rental {
  const { fields, asDocumented } = namedFields(text)
  const reply = Reply.parse(fields)
  if (isError(reply)) throw providerError(reply.code, reply.message ?? '')
  if (reply.token === undefined && !carriesData(reply)) throw new DecodeError('nothing-in-it')
  const { targeting, places, cost } = reply.location ?? readLocation(undefined)
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

function namedFields(text: string): NamedReply {
  const isXml = sniffReply(text) === 'xml'
  return isXml ? decodeXml(text.trim()) : { fields: decodeJson(text.trim()), asDocumented: true }
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
