import type { RefObject } from 'react'
import type { Group } from '../../rentals/groups.ts'
import type { GroupName } from '../../rentals/status.ts'
import { remInPixels, useMeasured } from '../../ui/use-measured.ts'

export type ListItem =
  | HeadingItem
  | {
      readonly kind: 'rental'
      readonly key: string
      readonly token: string
      readonly edge: Edge
      /** Whether its card has a button. */
      readonly hasAction: boolean
    }
  | { readonly kind: 'fold'; readonly key: string; readonly hidden: number; readonly open: boolean }

export type HeadingItem = {
  readonly kind: 'heading'
  readonly key: string
  readonly group: GroupName
  readonly count: number
}

/** The position of a row in its group's border. */
export type Edge = 'only' | 'first' | 'middle' | 'last'

/** Two lines of seven columns or of six, three lines of four, or a card. */
type LayoutName = 'wide' | 'compact' | 'medium' | 'narrow'

/** `rem` in pixels; the same object as long as neither changes. */
export type ListLayout = { readonly name: LayoutName; readonly rem: number }

/** Row heights in rem, constant in each layout so that the list never measures its rows. */
export const rowHeights: Record<LayoutName, number> = {
  wide: 4.5,
  compact: 4.5,
  medium: 7.25,
  narrow: 15.25,
}

/** What the button adds to a card. */
const CARD_ACTION_REM = 3.25

/** The least width of each layout. */
const WIDE_REM = 74
const COMPACT_REM = 58
const MEDIUM_REM = 38

const MAX_FINISHED_SHOWN = 20

const HEADING_HEIGHT_REM = 3
/** The part of a heading that stays in view. */
export const HEADING_LINE_REM = 2
const COLLAPSE_HEIGHT_REM = 4

/**
 * Finished rentals beyond 20 are collapsed unless `unfolded`.
 * @param withAction the rentals whose row has a button
 */
export function listItems(
  groups: readonly Group[],
  unfolded: boolean,
  withAction: ReadonlySet<string> = new Set(),
): readonly ListItem[] {
  return groups.flatMap(({ name, tokens }): readonly ListItem[] => {
    const hidden = name === 'finished' ? Math.max(0, tokens.length - MAX_FINISHED_SHOWN) : 0
    const shown = hidden > 0 && !unfolded ? tokens.slice(0, MAX_FINISHED_SHOWN) : tokens
    const rows = shown.map((token, index): ListItem => {
      const edge = edgeOf(index, shown.length)
      return { kind: 'rental', key: `rental ${token}`, token, edge, hasAction: withAction.has(token) }
    })
    if (name === undefined) return rows
    const heading: ListItem = { kind: 'heading', key: `group ${name}`, group: name, count: tokens.length }
    return hidden > 0
      ? [heading, ...rows, { kind: 'fold', key: 'fold', hidden, open: unfolded }]
      : [heading, ...rows]
  })
}

function edgeOf(index: number, length: number): Edge {
  if (length === 1) return 'only'
  if (index === 0) return 'first'
  return index === length - 1 ? 'last' : 'middle'
}

/** In whole pixels. */
export function lineHeight(item: ListItem, { name, rem }: ListLayout): number {
  return Math.round(heightInRem(item, name) * rem)
}

function heightInRem(item: ListItem, name: LayoutName): number {
  if (item.kind === 'heading') return HEADING_HEIGHT_REM
  if (item.kind === 'fold') return COLLAPSE_HEIGHT_REM
  return rowHeights[name] + (name === 'narrow' && item.hasAction ? CARD_ACTION_REM : 0)
}

export function useListLayout(frame: RefObject<HTMLElement | null>): ListLayout {
  // Until it is measured: allows for the margins of the page, but not for a detail panel beside the list.
  return useMeasured(
    frame,
    ({ clientWidth }) => layoutOf(clientWidth),
    () => layoutOf(window.innerWidth - 3.5 * remInPixels()),
  )
}

function layoutOf(pixels: number): ListLayout {
  const rem = remInPixels()
  return { name: nameFor(pixels / rem), rem }
}

function nameFor(rem: number): LayoutName {
  if (rem >= WIDE_REM) return 'wide'
  if (rem >= COMPACT_REM) return 'compact'
  return rem >= MEDIUM_REM ? 'medium' : 'narrow'
}
