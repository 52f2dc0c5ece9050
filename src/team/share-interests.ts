import * as z from 'zod/mini'
import type { StoreApi } from 'zustand/vanilla'
import { momentSchema } from '../api/rental.ts'
import { fetchTeamFile, INTERESTS_NAME, putTeamFile, type TeamListing } from '../api/team-list.ts'
import { attempt } from '../lib/attempt.ts'
import { MAX_CODE_CHARS, MAX_INTEREST_NAME_CHARS } from '../rentals/outside-rental.ts'
import { mergeRegisters, type Register, type Stamp } from '../rentals/team-rental.ts'
import { TEAM_INTERESTS_KEY } from '../storage.ts'
import { change } from './team-edits.ts'
import { UNSETTLED_MS } from './team-sync.ts'

type Interests = Readonly<Record<string, string>>

type ShareOptions = {
  preferences: {
    state: Pick<StoreApi<{ readonly interests: Interests }>, 'getState' | 'subscribe'>
    set: (change: { interests: Record<string, string> }) => void
  }
  storage: Storage | undefined
  stamp: () => Stamp
  /** A person named an interest, or took a name away. */
  onChange: () => void
}

/** Keeps the names of interests of this browser and the team's alike: one file beside those of the rentals. */
export function shareInterests({ preferences, storage, stamp, onChange }: ShareOptions) {
  /** Undefined until the team's names were seen once: they win over what this browser named before. */
  let names = load()
  /** Of the file that is merged in; absent while its second is not over. */
  let version: string | undefined
  let isUnsent = names !== undefined
  /** A later version of the page wrote the file: it is left as it is. */
  let isUnreadable = false

  function load(): TeamInterests | undefined {
    return parseTeamInterests(attempt(() => JSON.parse(storage?.getItem(TEAM_INTERESTS_KEY) ?? '')))
  }

  const own = () => preferences.state.getState().interests

  /** Saves before it shows: another tab that hears of both takes neither for a change of its own. */
  function keep(merged: TeamInterests) {
    names = merged
    attempt(() => storage?.setItem(TEAM_INTERESTS_KEY, serializeTeamInterests(merged)))
    const shown = Object.entries(merged).filter(([code, { value }]) => own()[code] !== value)
    if (shown.length === 0) return
    const next = new Map(Object.entries(own()))
    for (const [code, { value }] of shown) {
      if (value === undefined) next.delete(code)
      else next.set(code, value)
    }
    preferences.set({ interests: Object.fromEntries(next) })
  }

  /** With what this browser names otherwise than `known` does, of these codes. */
  function withOwn(known: TeamInterests, codes: readonly string[]): TeamInterests {
    const edits = codes
      .filter(code => code.length <= MAX_CODE_CHARS)
      .map(code => [code, own()[code]?.slice(0, MAX_INTEREST_NAME_CHARS)] as const)
      .filter(([code, name]) => known[code]?.value !== name)
      .map(([code, name]) => [code, change(known[code], name, stamp())] as const)
    return edits.length > 0 ? { ...known, ...Object.fromEntries(edits) } : known
  }

  /** The team's, with what only this browser has. */
  function mergeWith(theirs: TeamInterests): TeamInterests {
    if (names !== undefined) return mergeTeamInterests(names, theirs)
    return withOwn(
      theirs,
      Object.keys(own()).filter(code => theirs[code] === undefined),
    )
  }

  /** Undefined where it cannot be read. */
  async function read(): Promise<TeamInterests | undefined> {
    const text = await fetchTeamFile(INTERESTS_NAME)
    const theirs = text === undefined ? {} : parseTeamInterests(attempt(() => JSON.parse(text)))
    isUnreadable = theirs === undefined
    return theirs
  }

  function record() {
    if (names === undefined) return
    const edited = withOwn(names, [...Object.keys(names), ...Object.keys(own())])
    if (edited === names) return
    isUnsent = true
    keep(edited)
    onChange()
  }

  function onStored({ key }: StorageEvent) {
    const stored = key === TEAM_INTERESTS_KEY ? load() : undefined
    if (stored === undefined) return
    const merged = mergeTeamInterests(names ?? {}, stored)
    if (names && isSame(merged, names)) return
    names = merged
    isUnsent = true
    onChange()
  }

  window.addEventListener('storage', onStored)
  const stop = preferences.state.subscribe(({ interests }, old) => {
    if (interests !== old.interests) record()
  })
  record()

  return {
    async takeIn({ at, interests: file }: TeamListing) {
      if (file !== undefined && file.version === version) return
      const theirs = file ? await read() : {}
      if (theirs === undefined) return
      version = file && at - file.changedAt >= UNSETTLED_MS ? file.version : undefined
      const merged = mergeWith(theirs)
      isUnsent = !isSame(merged, theirs)
      keep(merged)
    },
    /** Reads the file before it is written over, as somebody may have written it since the listing. */
    async send() {
      if (!isUnsent || isUnreadable || names === undefined) return
      const theirs = await read()
      if (theirs === undefined) return
      const merged = mergeWith(theirs)
      keep(merged)
      if (!isSame(merged, theirs)) await putTeamFile(INTERESTS_NAME, serializeTeamInterests(merged))
      isUnsent = !isSame(merged, names)
      version = undefined
    },
    stop() {
      stop()
      window.removeEventListener('storage', onStored)
    },
  }
}

function isSame(a: TeamInterests, b: TeamInterests): boolean {
  return serializeTeamInterests(a) === serializeTeamInterests(b)
}

/** Of more, the oldest are forgotten: the file stays below what servers take. */
const MAX_INTERESTS = 64

/** By the provider's code of the interest; a register without a value is of a name that was taken away. */
type TeamInterests = Readonly<Record<string, Register<string>>>

const schema = z.object({
  v: z.literal(1),
  names: z.record(
    z.string().check(z.maxLength(MAX_CODE_CHARS)),
    z.object({
      value: z.optional(z.string().check(z.overwrite(name => name.slice(0, MAX_INTEREST_NAME_CHARS)))),
      at: momentSchema,
      by: z.string().check(z.maxLength(100)),
    }),
  ),
})

/** Undefined for a text that holds none, or that a later version wrote. */
export function parseTeamInterests(value: unknown): TeamInterests | undefined {
  return schema.safeParse(value).data?.names
}

/** Commutative, associative and idempotent: of one code the later name stays. */
export function mergeTeamInterests(a: TeamInterests, b: TeamInterests): TeamInterests {
  return mergeRegisters(a, b, MAX_INTERESTS)
}

/** The same text for the same state. */
export function serializeTeamInterests(interests: TeamInterests): string {
  const codes = Object.keys(interests).sort()
  const names = codes.map(code => {
    const { value, at, by } = interests[code] ?? { at: 0, by: '' }
    return [code, { value, at, by }]
  })
  return JSON.stringify({ v: 1, names: Object.fromEntries(names) })
}
