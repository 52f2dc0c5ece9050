import * as z from 'zod/mini'
import { createStore } from 'zustand/vanilla'
import { languages } from '../i18n/resolve-locale.ts'
import { attempt } from '../lib/attempt.ts'
import { isMoment } from '../lib/clock.ts'
import type { PollSettings } from '../polling/check-interval.ts'
import { sortOrders } from '../rentals/sort.ts'
import { PREFERENCES_KEY } from '../storage.ts'

/** The paces offered, in milliseconds. */
export const baseIntervals = [5_000, 10_000, 30_000, 60_000] as const

export const defaultPollSettings: PollSettings = { paused: false, pace: 10_000, rate: 2 }

export const themes = ['system', 'light', 'dark'] as const
export const languageChoices = ['system', ...languages] as const

/** 0: never. */
export const archiveDays = [0, 7, 30] as const

export type Theme = (typeof themes)[number]

const MAX_INTERESTS = 1_000

const stored = z.object({
  theme: z.catch(z.enum(themes), 'system'),
  language: z.catch(z.enum(languageChoices), 'system'),
  sort: z.catch(z.enum(sortOrders), 'need'),
  /** Against the usual direction of its order. */
  sortReversed: z.catch(z.boolean(), false),
  /** Milliseconds between two checks of an active rental. */
  pace: z.catch(z.literal(baseIntervals), 10_000),
  /** Requests a second. */
  rate: z.catch(z.number().check(z.gte(0.2), z.lte(10)), defaultPollSettings.rate),
  paused: z.catch(z.boolean(), false),
  /** When the latest pause began, in milliseconds since 1970. */
  pausedAt: z.catch(z.optional(z.number().check(z.refine(isMoment))), undefined),
  /** Days after which finished rentals are put away; 0: never. */
  archiveAfterDays: z.catch(z.literal(archiveDays), 0),
  /** Desktop notifications when a rental becomes ready or fails. */
  notifications: z.catch(z.boolean(), false),
  /** A sound when a rental becomes ready or fails. */
  sound: z.catch(z.boolean(), false),
  /** Single keys such as `/` and `?` act anywhere; users who speak commands can switch that off. */
  singleKeys: z.catch(z.boolean(), true),
  /** The user's own names for interest codes: the provider documents two. */
  interests: z.catch(
    z
      .pipe(z.record(z.string(), z.unknown()), z.transform(onlyTexts))
      .check(z.refine(names => Object.keys(names).length <= MAX_INTERESTS)),
    {},
  ),
})

function onlyTexts(entries: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(entries).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(texts)
}

export type Preferences = z.infer<typeof stored>

export type PreferencesStore = ReturnType<typeof createPreferences>

const MAX_PREFERENCES_CHARS = 1_000_000

/** What is missing or unreadable in `storage` falls back to the default. */
export function createPreferences(storage: Storage | undefined) {
  const state = createStore<Preferences>(() => read(storage))
  return {
    state,
    set(change: Partial<Preferences>) {
      state.setState(change)
      // What a later version stored beside them stays. Where this fails, the choice holds until the page closes.
      attempt(() => storage?.setItem(PREFERENCES_KEY, JSON.stringify({ ...readRaw(storage), ...change })))
    },
    /** Loads what another tab saved under one storage key; null stands for all of them, which it cleared. */
    reload(key: string | null) {
      const isCleared = key === null && attempt(() => storage?.getItem(PREFERENCES_KEY)) === null
      if (!isCleared && (key === null || key === PREFERENCES_KEY)) state.setState(read(storage))
    },
  }
}

/** What is missing or unreadable among the others stays as it was. */
export function mergePreferences(current: Preferences, others: unknown): Preferences {
  const raw = z.catch(z.record(z.string(), z.unknown()), {}).parse(others)
  const read = new Map<string, unknown>(Object.entries(stored.parse(raw)))
  const readable = Object.entries(raw).filter(
    ([name, value]) => JSON.stringify(read.get(name)) === JSON.stringify(value),
  )
  return stored.parse({ ...current, ...Object.fromEntries(readable) })
}

function read(storage: Storage | undefined): Preferences {
  return stored.parse(readRaw(storage))
}

/** As they are stored; none where they cannot be read. */
function readRaw(storage: Storage | undefined): Readonly<Record<string, unknown>> {
  const raw: unknown = attempt(() => {
    const text = storage?.getItem(PREFERENCES_KEY) ?? '{}'
    return text.length > MAX_PREFERENCES_CHARS ? {} : JSON.parse(text)
  })
  return z.catch(z.record(z.string(), z.unknown()), {}).parse(raw)
}
