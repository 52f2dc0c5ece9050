import type { StatusStage } from '../../src/demo/demo-rental.ts'
import type { StatusReply } from '../../src/demo/status-reply.ts'
import { statusField, type Wording } from '../../src/demo/status-reply.ts'

/** A rental with what a user would call it. */
export type FilledRental = {
  readonly token: string
  readonly name: string
  readonly tags: readonly string[]
  readonly reply: StatusReply
}

type Random = () => number

const stages: readonly StatusStage[] = [0, 0, 1, 1, 2, 2, 3, 5, 5, 5, 5, 5, 'Contrôle en cours']
const wordings: readonly Wording[] = ['code', 'digits', 'french', 'english']
const occasions = ['Ouverture', 'Soldes d’été', 'Relance', 'Portes ouvertes', 'Fête des mères', 'Rentrée']
const towns = [
  { name: 'Compiègne', zipcode: '60200' },
  { name: 'Lille', zipcode: '59000' },
  { name: 'Nantes', zipcode: '44000' },
  { name: 'Bordeaux', zipcode: '33000' },
  { name: 'Ajaccio', zipcode: '20000' },
  { name: 'Saint-Denis', zipcode: '97400' },
  { name: 'Paris 15e', zipcode: '75015' },
]
const sexes = ['femme', 'homme', 'mixte']

/** What makes every nth rental hard to show; each occurs at least once in thirty. */
const quirks: readonly { every: number; from: number; bend: (rental: FilledRental) => FilledRental }[] = [
  { every: 11, from: 3, bend: longName },
  { every: 13, from: 5, bend: rental => withLocation(rental, () => ({})) },
  { every: 17, from: 7, bend: rental => withLocation(rental, manyPlaces) },
  { every: 19, from: 11, bend: rental => withLocation(rental, hugeNumbers) },
  { every: 23, from: 13, bend: rental => withLocation(rental, location => ({ ...location, sexe: 'autre' })) },
  { every: 29, from: 17, bend: rental => withLocation(rental, ({ cost: _, ...location }) => location) },
  { every: 7, from: 2, bend: rental => withLocation(rental, shortfall) },
]

/** `n` varied rentals, awkward ones among them; the same for the same seed. */
export function fill(n: number, { seed = 1 }: { seed?: number } = {}): FilledRental[] {
  const random = randomFrom(seed)
  return Array.from({ length: n }, (_, i) =>
    quirks
      .filter(({ every, from }) => i % every === from)
      .reduce((rental, { bend }) => bend(rental), plainRental(i, random)),
  )
}

function plainRental(i: number, random: Random): FilledRental {
  const town = pick(towns, random)
  const token = hex(40, random)
  const stage = pick(stages, random)
  const minAge = 18 + whole(40, random)
  const quantity = 10 * (1 + whole(400, random))
  return {
    token,
    name: `${pick(occasions, random)} ${town.name} ${i + 1}`,
    tags: [town.name],
    reply: {
      success: true,
      token,
      status: statusField(stage, pick(wordings, random)),
      location: {
        sexe: pick(sexes, random),
        minAge,
        maxAge: minAge + whole(40, random),
        zipcode: town.zipcode,
        interest: String(10 + whole(10, random)),
        category: 102 + whole(2, random),
        details_localisation: [place(town.zipcode, quantity, quantity + whole(20_000, random))],
        cost: { quantity, total: ((quantity * 9) / 100).toFixed(3), cost_unity: '0.090' },
      },
      ...((stage === 2 || stage === 5) && { file: { phoneNumbers: String(quantity) } }),
    },
  }
}

type Location = NonNullable<StatusReply['location']>

function withLocation(rental: FilledRental, bend: (location: Location) => Location): FilledRental {
  return { ...rental, reply: { ...rental.reply, location: bend(rental.reply.location ?? {}) } }
}

function longName(rental: FilledRental): FilledRental {
  return { ...rental, name: `${rental.name} ${'et toutes les communes voisines '.repeat(5)}`.trim() }
}

function manyPlaces(location: Location): Location {
  const zipcodes = Array.from({ length: 50 }, (_, i) => String(60_000 + 10 * i))
  return {
    ...location,
    zipcode: zipcodes.join(),
    details_localisation: zipcodes.map(zipcode => place(zipcode, 10, 266)),
  }
}

function hugeNumbers(location: Location): Location {
  return {
    ...location,
    details_localisation: [place('75015', 999_999_999, 1_234_567_890)],
    cost: { quantity: 999_999_999, total: '89999999.910', cost_unity: '0.090' },
  }
}

function shortfall(location: Location): Location {
  return { ...location, details_localisation: [place('44000', 2_000, 1_204)] }
}

function place(zipcode: string, wanted: number, available: number) {
  return { Type: 'cp', Location: zipcode, VolumeDesired: String(wanted), Volume: String(available) }
}

function pick<T>(options: readonly T[], random: Random): T {
  const option = options[whole(options.length, random)]
  if (option === undefined) throw new RangeError('nothing to pick from')
  return option
}

function hex(length: number, random: Random): string {
  return Array.from({ length }, () => whole(16, random).toString(16)).join('')
}

function whole(below: number, random: Random): number {
  return Math.floor(random() * below)
}

/** Park and Miller's generator: numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): Random {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
