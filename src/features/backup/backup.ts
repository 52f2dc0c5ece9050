import * as z from 'zod/mini'
import { isToken, momentSchema } from '../../api/rental.ts'
import type { Preferences } from '../../board/preferences.ts'
import { attempt } from '../../lib/attempt.ts'
import { isMoment } from '../../lib/clock.ts'
import { historySchema } from '../../polling/history.ts'
import { isTooMuch, normalizeNote, tidyInterests, tidyRental, tokenIn } from '../../rentals/outside-rental.ts'
import type { TrackedRental } from '../../rentals/tracked-rental.ts'
import type { NewRental } from '../../rentals/tracked-store.ts'

const downloadSchema = z.object({ at: momentSchema, state: z.enum(['unsure', 'done']) })

export type Backup = {
  /** Milliseconds since 1970; absent when the file does not tell. */
  readonly savedAt?: number | undefined
  readonly rentals: readonly SavedRental[]
  /** Entries in which no rental could be found, as they came. */
  readonly unreadable: readonly unknown[]
  /** As they came: `mergePreferences` decodes them. */
  readonly preferences?: unknown
}

/** `newer`: a version not known yet; `too-much`: more than a board takes. */
export type BackupProblem = 'not-json' | 'not-a-backup' | 'newer' | 'too-much'

const FORMAT = 'rental-board'

/** Fields may be added under one version; whatever an older board would misread needs the next. */
const VERSION = 1

const preferences = z.looseObject({
  interests: z.pipe(z.record(z.string(), z.string()), z.transform(tidyInterests)),
})

const moment = z.catch(z.optional(z.number().check(z.refine(isMoment))), undefined)

const file = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  savedAt: moment,
  rentals: z.array(z.unknown()),
  preferences: z.optional(z.union([preferences, z.unknown()])),
})

/** What is counted before each entry is looked at. */
const interestsOf = z.catch(z.object({ preferences: z.object({ interests: z.unknown() }) }), {
  preferences: { interests: {} },
})

const saved = z.object({
  token: z.pipe(z.string(), z.transform(tokenIn)).check(z.refine(isToken)),
  name: z.catch(z.optional(z.string()), undefined),
  note: z.catch(z.optional(z.pipe(z.string(), z.transform(normalizeNote))), undefined),
  archived: z.catch(z.optional(z.boolean()), undefined),
  tags: z.catch(z.array(z.string()), []),
  addedAt: moment,
  place: z.catch(z.optional(z.int().check(z.nonnegative())), undefined),
  history: z.catch(z.optional(historySchema), undefined),
  download: z.catch(z.optional(downloadSchema), undefined),
})

/** Without `addedAt` (ms since 1970) and `place` the rental counts as added when it is restored. */
type SavedRental = Omit<z.infer<typeof saved>, 'tags'> & NewRental

/** What the board saw of a rental and did with it; a backup of an older board has none of it. */
export type Watched = Pick<SavedRental, 'history' | 'download'>

/** `savedAt` in milliseconds since 1970. */
export function writeBackup(
  rentals: Iterable<TrackedRental & Watched>,
  preferences: Preferences,
  savedAt: number,
): string {
  const backup = { format: FORMAT, version: VERSION, savedAt, rentals: [...rentals], preferences }
  return `${JSON.stringify(backup, null, 2)}\n`
}

/** One bad entry costs no other, and a token counts once. */
export function parseBackup(text: string): Backup | BackupProblem {
  const value: unknown = attempt(() => JSON.parse(text))
  if (value === undefined) return 'not-json'
  const { data } = file.safeParse(value)
  if (data === undefined) return 'not-a-backup'
  if (data.version > VERSION) return 'newer'
  if (isTooMuch(data.rentals.length, [], interestsOf.parse(value).preferences.interests)) return 'too-much'
  const rentals = new Map<string, SavedRental>()
  const unreadable: unknown[] = []
  for (const entry of data.rentals) {
    const rental = saved.safeParse(entry).data
    if (rental === undefined) unreadable.push(entry)
    else if (!rentals.has(rental.token)) rentals.set(rental.token, { ...rental, ...tidyRental(rental) })
  }
  return { savedAt: data.savedAt, preferences: data.preferences, rentals: [...rentals.values()], unreadable }
}
