import { type DemoOrder, type DemoPlace, type StatusStage, stageAt } from './demo-rental.ts'
import { demoRentals } from './demo-rentals.ts'
import { type LocalisationLine, type StatusReply, statusField } from './status-reply.ts'

/** By then every rental has ended; the play starts over with the same tokens, so that the board never grows. */
export const PLAY_MS = 9 * 60_000

const orders = new Map(demoRentals.map(({ token, order }) => [token, order]))

/** Undefined for an unknown token. From `fetchedMs` on, until the play starts over, the file counts as downloaded. */
export function demoReply(token: string, elapsedMs: number, fetchedMs?: number): StatusReply | undefined {
  const order = orders.get(token)
  if (order === undefined) return undefined
  const isFetched = fetchedMs !== undefined && playOf(fetchedMs) === playOf(elapsedMs)
  return replyOf(token, order, isFetched ? 5 : stageAt(order.plan, elapsedMs % PLAY_MS))
}

/** How often the play has started over. */
function playOf(elapsedMs: number): number {
  return Math.floor(elapsedMs / PLAY_MS)
}

function replyOf(token: string, order: DemoOrder, stage: StatusStage): StatusReply {
  const { wording, target, places, unitPrice = 90, summed } = order
  const { sexe, minAge, maxAge, ...rest } = target
  const codes = places.map(({ location }) => location).join(',')
  const quantity = sum(places, ({ wanted }) => wanted)
  const lines = places.map(({ type, location, wanted, available }) => line(type, location, wanted, available))
  const total = line(
    'total',
    '',
    quantity,
    sum(places, ({ available }) => available),
  )
  return {
    success: true,
    token,
    status: statusField(stage, wording),
    location: {
      ...{ sexe, minAge, maxAge },
      ...(places[0]?.type === 'cp' ? { zipcode: codes } : { department: codes }),
      ...rest,
      details_localisation: summed ? [...lines, total] : lines,
      cost: { quantity, total: euros(quantity * unitPrice), cost_unity: euros(unitPrice) },
    },
    ...((stage === 2 || stage === 5) && { file: { phoneNumbers: String(numbersIn(places)) } }),
  }
}

function line(Type: string, Location: string, wanted: number, available: number): LocalisationLine {
  return { Type, Location, VolumeDesired: String(wanted), Volume: String(available) }
}

/** A place with too few contacts gives what it has. */
function numbersIn(places: readonly DemoPlace[]): number {
  return sum(places, ({ wanted, available }) => Math.min(wanted, available))
}

function sum(places: readonly DemoPlace[], volume: (place: DemoPlace) => number): number {
  return places.reduce((total, place) => total + volume(place), 0)
}

/** Thousandths of a euro as the provider writes euros, `"0.900"`: whole numbers, so exact. */
function euros(thousandths: number): string {
  return `${Math.floor(thousandths / 1_000)}.${String(thousandths % 1_000).padStart(3, '0')}`
}
