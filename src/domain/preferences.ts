import * as v from 'valibot'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { baseIntervals, defaultPollSettings } from '../polling/poll-status.ts'
import { PREFERENCES_KEY } from '../storage.ts'

export const themes = ['system', 'light', 'dark'] as const
export const languageChoices = ['system', 'fr', 'en'] as const
export const sortOrders = ['need', 'name', 'cost', 'volume', 'added', 'status'] as const

export type Theme = (typeof themes)[number]
export type LanguageChoice = (typeof languageChoices)[number]
export type SortOrder = (typeof sortOrders)[number]

const stored = v.object({
  theme: v.fallback(v.picklist(themes), 'system'),
  language: v.fallback(v.picklist(languageChoices), 'system'),
  sort: v.fallback(v.picklist(sortOrders), 'need'),
  /** Milliseconds between two checks of an active rental. */
  pace: v.fallback(v.picklist(baseIntervals), 10_000),
  /** Requests a second. */
  rate: v.fallback(v.pipe(v.number(), v.minValue(0.2), v.maxValue(10)), defaultPollSettings.rate),
  paused: v.fallback(v.boolean(), false),
  /** Desktop notifications when a rental becomes ready or fails. */
  notifications: v.fallback(v.boolean(), false),
  /** A soft sound with them. */
  sound: v.fallback(v.boolean(), false),
  /** Single keys such as `/` and `?` act anywhere on the page; who speaks commands can switch that off. */
  singleKeys: v.fallback(v.boolean(), true),
  /** The user's own names for interest codes: the provider documents two. */
  interests: v.fallback(
    v.pipe(
      v.unknown(),
      v.check(value => !Array.isArray(value)),
      v.record(v.string(), v.unknown()),
      v.transform(onlyTexts),
      v.maxEntries(1_000),
    ),
    {},
  ),
})

function onlyTexts(entries: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(entries).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(texts)
}

/** What the user chose, on this browser. */
export type Preferences = v.InferOutput<typeof stored>

export type PreferencesStore = {
  readonly state: StoreApi<Preferences>
  set: (change: Partial<Preferences>) => void
  /** Takes over what another tab saved under one storage key; null stands for all of them. */
  reload: (key: string | null) => void
}

/** Characters beyond which no user chose it. */
const MAX_PREFERENCES_CHARS = 1_000_000

/** The user's choices, kept in `storage`; what is missing or unreadable there falls back to the default. */
export function createPreferences(storage: Storage | undefined): PreferencesStore {
  const state = createStore<Preferences>(() => read(storage))
  return {
    state,
    set(change) {
      state.setState(change)
      try {
        storage?.setItem(PREFERENCES_KEY, JSON.stringify(state.getState()))
      } catch {
        // The choice holds until the page closes; the banner of the list says that nothing can be saved.
      }
    },
    reload(key) {
      if (key === null || key === PREFERENCES_KEY) state.setState(read(storage))
    },
  }
}

/** The choices with others in their place; what is missing or unreadable among those stays as it was. */
export function mergePreferences(current: Preferences, others: unknown): Preferences {
  const raw = v.parse(v.fallback(v.record(v.string(), v.unknown()), {}), others)
  const read = new Map<string, unknown>(Object.entries(v.parse(stored, raw)))
  const readable = Object.entries(raw).filter(
    ([name, value]) => JSON.stringify(read.get(name)) === JSON.stringify(value),
  )
  return v.parse(stored, { ...current, ...Object.fromEntries(readable) })
}

function read(storage: Storage | undefined): Preferences {
  try {
    const text = storage?.getItem(PREFERENCES_KEY) ?? '{}'
    return v.parse(stored, text.length > MAX_PREFERENCES_CHARS ? {} : JSON.parse(text))
  } catch {
    return v.parse(stored, {})
  }
}
