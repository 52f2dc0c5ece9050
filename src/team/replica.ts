import * as z from 'zod/mini'
import { attempt } from '../lib/attempt.ts'
import { parseTeamRental, type TeamRental } from '../rentals/team-rental.ts'
import { entryKey, entryToken, entryTokens, isNewer, TEAM_PREFIX, TEAM_VERSION } from '../storage.ts'

/** What the server does not have yet: nothing, what a board saw by itself, or what a person changed. */
export type Unsent = 'nothing' | 'sight' | 'change'

export type ReplicaEntry = {
  readonly rental: TeamRental
  readonly unsent: Unsent
  /** The version of the file that is merged in; absent while its second is not over. */
  readonly version?: string | undefined
}

const entrySchema = z.object({
  v: z.literal(TEAM_VERSION),
  rental: z.optional(z.unknown()),
  unsent: z.catch(z.enum(['nothing', 'sight', 'change']), 'change'),
  version: z.optional(z.string()),
  /** The rental stays in this browser alone. */
  kept: z.optional(z.literal(true)),
})

/** What one browser has of the team's list, over reloads and alike in all tabs. */
export type Replica = ReturnType<typeof createReplica>

/** One storage key for each rental; without `storage` it lives in the page only. */
export function createReplica(storage: Storage | undefined) {
  const entries = new Map<string, ReplicaEntry>()
  const kept = new Set<string>()

  function load(token: string) {
    const stored = attempt(() =>
      entrySchema.parse(JSON.parse(storage?.getItem(entryKey(TEAM_PREFIX, token)) ?? '')),
    )
    const rental = parseTeamRental(token, stored?.rental)
    entries.delete(token)
    kept.delete(token)
    if (stored && rental) entries.set(token, { rental, unsent: stored.unsent, version: stored.version })
    if (stored?.kept) kept.add(token)
  }

  function save(token: string) {
    const key = entryKey(TEAM_PREFIX, token)
    const entry = { v: TEAM_VERSION, ...entries.get(token), ...(kept.has(token) && { kept: true }) }
    attempt(() => {
      if (isNewer(storage?.getItem(key), TEAM_VERSION)) return
      if (entries.has(token) || kept.has(token)) storage?.setItem(key, JSON.stringify(entry))
      else storage?.removeItem(key)
    })
  }

  return {
    entries: entries as ReadonlyMap<string, ReplicaEntry>,
    kept: kept as ReadonlySet<string>,
    /** Reads all that is stored, and what other tabs do to it meanwhile; awaits `pause` before each entry. */
    async open(pause: () => Promise<void>) {
      const missed = new Set<string>()
      const note = ({ key }: StorageEvent) => missed.add(entryToken(TEAM_PREFIX, key) ?? '')
      window.addEventListener('storage', note)
      for (const token of entryTokens(TEAM_PREFIX, storage)) {
        await pause()
        load(token)
      }
      window.removeEventListener('storage', note)
      for (const token of missed) load(token)
    },
    set(token: string, entry: ReplicaEntry) {
      entries.set(token, entry)
      save(token)
    },
    /** Whether the rental stays in this browser alone. */
    setKept(token: string, isKept: boolean) {
      if (isKept === kept.has(token)) return
      if (isKept) kept.add(token)
      else kept.delete(token)
      save(token)
    },
    forget(token: string) {
      entries.delete(token)
      save(token)
    },
    /** Loads what another tab did to the entry. */
    load,
    /** Writes all of it again, after another tab has cleared the storage. */
    saveAll() {
      for (const token of new Set([...entries.keys(), ...kept])) save(token)
    },
  }
}
