import * as z from 'zod/mini'
import { isToken, momentSchema, statusSchema } from '../api/rental.ts'
import { firstCharacters } from '../lib/first-characters.ts'
import { normalizeName, normalizeNote } from './outside-rental.ts'
import type { RentalStatus } from './status.ts'
import { MAX_TAG_CHARS } from './tracked-rental.ts'

const TEAM_RENTAL_VERSION = 1

/** The longest name of a person. */
export const MAX_PERSON_CHARS = 40

/** More than a rental may have, for those that were taken away; of more the oldest are forgotten. */
const MAX_TAG_REGISTERS = 60
const MAX_FETCHES = 10

/** All times are milliseconds since 1970 by the server's clock. `by` is a browser, and its person's name if known. */
const stamp = { at: momentSchema, by: z.string().check(z.maxLength(100)) }

/** A value with when and by whom it was last changed; an absent value is none. */
function register<Schema extends z.ZodMiniType>(value: Schema) {
  return z.object({ value, ...stamp })
}

const text = (normalize: (text: string) => string | undefined) =>
  z.optional(register(z.optional(z.pipe(z.string(), z.transform(normalize)))))

const teamRentalSchema = z.object({
  v: z.literal(TEAM_RENTAL_VERSION),
  token: z.string().check(z.refine(isToken)),
  /** The first time that anybody added it. */
  added: z.object({ ...stamp, place: z.int().check(z.nonnegative()) }),
  /** False is the trace of a rental that was removed. */
  tracked: register(z.boolean()),
  name: text(normalizeName),
  note: text(normalizeNote),
  archived: z.optional(register(z.optional(z.boolean()))),
  /** The name of who takes care of it. */
  care: text(normalizeName),
  tags: z.pipe(z.record(z.string(), register(z.boolean())), z.transform(onlyTags)),
  /** When anybody first saw each status; not `exact` when it may have begun unseen. */
  seen: z.partialRecord(statusSchema, z.object({ at: momentSchema, exact: z.boolean() })),
  /** Who fetched the file, and when. */
  fetched: z.array(z.object(stamp)),
})

/** What the team knows of one rental: a state that any two boards can merge in any order. */
export type TeamRental = Readonly<z.infer<typeof teamRentalSchema>>

export type Seen = TeamRental['seen']

export type Stamp = { readonly at: number; readonly by: string }

export type Register<Value> = Stamp & { readonly value?: Value | undefined }

/** Commutative, associative and idempotent: nothing that one side changed is lost, and of one field the later value stays. */
export function mergeTeamRentals(a: TeamRental, b: TeamRental): TeamRental {
  return {
    v: TEAM_RENTAL_VERSION,
    token: a.token,
    added: earlier(a.added, b.added),
    tracked: later(a.tracked, b.tracked),
    name: laterOf(a.name, b.name),
    note: laterOf(a.note, b.note),
    archived: laterOf(a.archived, b.archived),
    care: laterOf(a.care, b.care),
    tags: mergeRegisters(a.tags, b.tags, MAX_TAG_REGISTERS),
    seen: mergeSeen(a.seen, b.seen),
    fetched: mergeFetches(a.fetched, b.fetched),
  }
}

/** The same text for the same state. */
export function serializeTeamRental(rental: TeamRental): string {
  return JSON.stringify(mergeTeamRentals(rental, rental))
}

/** Undefined for a text that holds none, of a later version or another token's. */
export function parseTeamRental(token: string, value: unknown): TeamRental | undefined {
  const { data } = teamRentalSchema.safeParse(value)
  return data?.token === token ? data : undefined
}

type Valued = Stamp & { readonly value?: unknown }

function later<Value extends Valued>(a: Value, b: Value): Value {
  return compareStamps(a, b) > 0 ? a : b
}

/** The later of two registers; a tie is settled alike on every board. */
function laterOf<Value extends Valued>(a: Value | undefined, b: Value | undefined): Value | undefined {
  return a && b ? later(a, b) : (a ?? b)
}

function compareStamps(a: Valued, b: Valued): number {
  return a.at - b.at || compareTexts(a.by, b.by) || compareTexts(written(a.value), written(b.value))
}

function earlier(a: TeamRental['added'], b: TeamRental['added']): TeamRental['added'] {
  return (a.at - b.at || compareTexts(a.by, b.by) || a.place - b.place) <= 0 ? a : b
}

/** Any fixed order does. */
function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function written(value: unknown): string {
  return JSON.stringify(value) ?? ''
}

/** Of each name the later register stays, and of more than `most` names the latest. */
export function mergeRegisters<Value extends Valued>(
  a: Readonly<Record<string, Value>>,
  b: Readonly<Record<string, Value>>,
  most: number,
): Record<string, Value> {
  const all = new Map(Object.entries(a))
  for (const [name, register] of Object.entries(b))
    all.set(name, laterOf(all.get(name), register) ?? register)
  const latest = [...all]
    .sort(
      ([name, one], [other, two]) =>
        Number(Boolean(two.value)) - Number(Boolean(one.value)) ||
        two.at - one.at ||
        compareTexts(name, other),
    )
    .slice(0, most)
  return Object.fromEntries(latest.sort(([name], [other]) => compareTexts(name, other)))
}

function mergeSeen(a: Seen, b: Seen): Seen {
  const statuses = statusSchema.options.filter(status => a[status] ?? b[status])
  const earliest = (status: RentalStatus) =>
    [a[status], b[status]]
      .filter(moment => moment !== undefined)
      .sort((one, two) => one.at - two.at || Number(two.exact) - Number(one.exact))[0]
  return Object.fromEntries(statuses.map(status => [status, earliest(status)]))
}

function mergeFetches(a: readonly Stamp[], b: readonly Stamp[]): Stamp[] {
  const all = new Map([...a, ...b].map(({ at, by }) => [`${at} ${by}`, { at, by }]))
  return [...all.values()].sort((one, two) => compareStamps(two, one)).slice(0, MAX_FETCHES)
}

function onlyTags(tags: Record<string, Stamp & { value: boolean }>) {
  const isTag = (tag: string) => tag.trim() !== '' && firstCharacters(tag, MAX_TAG_CHARS) === tag
  return Object.fromEntries(Object.entries(tags).filter(([tag]) => isTag(tag)))
}
