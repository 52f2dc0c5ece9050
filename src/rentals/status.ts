/*
 * What each status means to the board. Imports nothing, so that the decoder and the polling may read it too
 * (`tests/architecture/arrows.ts`). A new status is a row in `documented`, its sentences in `status-sentences.ts`, and
 * its words under the row's name: `states`, `tiles` and `tileChips` in `src/i18n`, `many` among those of the notifications. Where
 * one is missing, the types say so.
 */

/** Most urgent for the user first. */
export const groupNames = ['collect', 'attention', 'underway', 'finished'] as const

export type GroupName = (typeof groupNames)[number]

export const groupDots: Readonly<Record<GroupName, string>> = {
  collect: 'bg-ready-dot',
  attention: 'bg-failed-dot',
  underway: 'bg-generating-dot',
  finished: 'bg-downloaded-dot',
}

type StateRow = {
  readonly group: GroupName
  /** Milliseconds between checks at the default pace; `undefined` when the rental is finished: only when asked. */
  readonly checkMs: number | undefined
  /** The user is notified of it, as of something good or bad. */
  readonly news?: 'good' | 'bad'
  /** The state that comes before it. */
  readonly follows?: string
  /** The name of the icon in lucide. */
  readonly icon: string
  /** Classes of the badge, and of the dot or bar; without them each view uses its default. */
  readonly badge?: string
  readonly dot?: string
  /** The colour that a row fades from after it came to this state, if not the plain one. */
  readonly highlight?: string
  /** The words of badge and tile in French and English, for a search in either. */
  readonly searchWords: string
}

type TileRow = {
  readonly dot: string
  /** Its place among the chips of a small screen, the most urgent first: those further on are scrolled to. */
  readonly chip: number
}

type StatusRow = StateRow & TileRow & { readonly code: number }

/** Codes: `docs/provider-api.md`, Statuses. The order is the one in which the board lists them. */
const documented = {
  requested: {
    code: 0,
    group: 'underway',
    checkMs: 10_000,
    icon: 'Clock',
    badge: 'border-transparent bg-requested-tint text-requested',
    dot: 'bg-requested-dot',
    chip: 3,
    highlight: 'var(--color-requested-highlight)',
    searchWords: 'demandées requested',
  },
  generating: {
    code: 1,
    group: 'underway',
    checkMs: 10_000,
    follows: 'requested',
    icon: 'LoaderCircle',
    badge: 'border-transparent bg-generating-tint text-generating',
    dot: 'bg-generating-dot',
    chip: 2,
    highlight: 'var(--color-generating-highlight)',
    searchWords: 'en création being created',
  },
  ready: {
    code: 2,
    group: 'collect',
    checkMs: 60_000,
    news: 'good',
    follows: 'generating',
    icon: 'Check',
    badge: 'border-transparent bg-ready-tint text-ready',
    dot: 'bg-ready-dot',
    chip: 0,
    highlight: 'var(--color-ready-highlight)',
    searchWords: 'prêtes ready',
  },
  failed: {
    code: 3,
    group: 'attention',
    checkMs: undefined,
    news: 'bad',
    follows: 'generating',
    icon: 'TriangleAlert',
    badge: 'border-transparent bg-failed-tint text-failed',
    dot: 'bg-failed-dot',
    chip: 1,
    highlight: 'var(--color-failed-highlight)',
    searchWords: 'échouées failed',
  },
  downloaded: {
    code: 5,
    group: 'finished',
    checkMs: undefined,
    follows: 'ready',
    icon: 'CheckCheck',
    badge: 'border-transparent bg-downloaded-tint text-downloaded',
    dot: 'bg-downloaded-dot',
    chip: 5,
    highlight: 'var(--color-downloaded-highlight)',
    searchWords: 'téléchargées downloaded',
  },
} as const satisfies Record<string, StatusRow>

/** States in place of a documented status. */
const others = {
  /** The provider sent a status that its page does not document. */
  unknown: {
    group: 'attention',
    checkMs: 60_000,
    follows: 'requested',
    icon: 'CircleHelp',
    searchWords: 'statut inconnu unknown status',
  },
  /** The provider knows no such rental. */
  'not-found': {
    group: 'attention',
    checkMs: 300_000,
    news: 'bad',
    icon: 'X',
    searchWords: 'introuvables not found',
  },
  /** The rental never answered, and its latest check failed. */
  error: {
    group: 'attention',
    checkMs: 10_000,
    icon: 'CloudOff',
    searchWords: 'sans réponse no answer',
  },
  /** The first reply is still to come. */
  pending: {
    group: 'underway',
    checkMs: 10_000,
    icon: 'CircleDashed',
    badge: 'border-line border-dashed text-muted',
    searchWords: 'en attente waiting',
  },
} as const satisfies Record<string, StateRow>

/** A tile for each documented status, and one for whatever else there is. */
const tileTable = { ...documented, other: { dot: 'bg-header-muted forced-colors:bg-[GrayText]', chip: 4 } }

const table = { ...documented, ...others }

export type KnownStatus = keyof typeof documented

export type StatusCode = (typeof documented)[KnownStatus]['code']

/** `unknown` stands for any status the provider sends that its page does not document. */
export type RentalStatus = KnownStatus | 'unknown'

export type RentalState = keyof typeof table

export type TileName = keyof typeof tileTable

export type StateIcon = (typeof table)[RentalState]['icon']

type Narrowed = { readonly follows?: KnownStatus; readonly icon: StateIcon }

export const statuses: Readonly<Record<KnownStatus, StatusRow & Narrowed & { readonly code: StatusCode }>> =
  documented

export const states: Readonly<Record<RentalState, StateRow & Narrowed>> = table

export const knownStatuses = namesOf(documented)

export const rentalStates = namesOf(table)

export const tiles: Readonly<Record<TileName, TileRow>> = tileTable

export const tileNames = namesOf(tiles)

export function tileOf(state: RentalState): TileName {
  return knownStatuses.find(status => status === state) ?? 'other'
}

/** The statuses on the way to this one, which comes last. */
export function pathTo(status: RentalStatus): readonly RentalStatus[] {
  const { follows } = states[status]
  return follows === undefined ? [status] : [...pathTo(follows), status]
}

/** In their order; TypeScript takes keys for any string. */
function namesOf<Name extends string>(rows: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(rows) as Name[]
}
