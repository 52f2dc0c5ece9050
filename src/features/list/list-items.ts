import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useMemo, useState } from 'react'
import { shallow } from 'zustand/vanilla/shallow'
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
      /** Whether its card says what was asked for. */
      readonly hasReply: boolean
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

/** `rem` in pixels; the same object as long as nothing of it changes. */
export type ListLayout = {
  readonly name: LayoutName
  readonly rem: number
  /** Pixels, by the key of the line, where words need more than is planned. */
  readonly grown?: ReadonlyMap<string, number>
}

/** What is planned for a row, in rem. */
export const rowHeights: Record<LayoutName, number> = {
  wide: 4.5,
  compact: 4.5,
  medium: 6,
  narrow: 15.25,
}

/** What the button adds to a card. */
const CARD_ACTION_REM = 3.25

/** What a card needs less where no reply came. */
const CARD_REPLY_REM = 5.5

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
 * @param withoutReply those of which nothing came yet
 */
export function listItems(
  groups: readonly Group[],
  unfolded: boolean,
  withAction: ReadonlySet<string> = new Set(),
  withoutReply: ReadonlySet<string> = new Set(),
): readonly ListItem[] {
  return groups.flatMap(({ name, tokens }): readonly ListItem[] => {
    const hidden = name === 'finished' ? Math.max(0, tokens.length - MAX_FINISHED_SHOWN) : 0
    const shown = hidden > 0 && !unfolded ? tokens.slice(0, MAX_FINISHED_SHOWN) : tokens
    const rows = shown.map((token, index): ListItem => {
      const [hasAction, hasReply] = [withAction.has(token), !withoutReply.has(token)]
      return {
        kind: 'rental',
        key: `rental ${token}`,
        token,
        edge: edgeOf(index, shown.length),
        hasAction,
        hasReply,
      }
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
export function lineHeight(item: ListItem, layout: ListLayout): number {
  return layout.grown?.get(item.key) ?? plannedHeight(item, layout)
}

export function plannedHeight(item: ListItem, { name, rem }: ListLayout): number {
  return Math.round(heightInRem(item, name) * rem)
}

function heightInRem(item: ListItem, name: LayoutName): number {
  if (item.kind === 'heading') return HEADING_HEIGHT_REM
  if (item.kind === 'fold') return COLLAPSE_HEIGHT_REM
  if (name !== 'narrow') return rowHeights[name]
  return rowHeights.narrow + (item.hasAction ? CARD_ACTION_REM : 0) - (item.hasReply ? 0 : CARD_REPLY_REM)
}

export function useListLayout(frame: RefObject<HTMLElement | null>): ListLayout {
  // Until it is measured: allows for the margins of the page, but not for a detail panel beside the list.
  const layout = useMeasured(
    frame,
    ({ clientWidth }) => layoutOf(clientWidth),
    () => layoutOf(window.innerWidth - 3.5 * remInPixels()),
  )
  const grown = useGrownRows(frame)
  return useMemo(() => ({ ...layout, grown }), [layout, grown])
}

/** Measures the rows that are drawn, and remembers those that are not. */
function useGrownRows(frame: RefObject<HTMLElement | null>): ReadonlyMap<string, number> {
  const [grown, setGrown] = useState<ReadonlyMap<string, number>>(() => new Map())
  const measure = useEffectEvent(() => {
    const heights = new Map(grown)
    for (const row of frame.current?.querySelectorAll<HTMLElement>('[data-token]') ?? []) {
      const key = `rental ${row.dataset.token}`
      if (row.offsetHeight > Number.parseInt(row.style.minHeight, 10)) heights.set(key, row.offsetHeight)
      else heights.delete(key)
    }
    if (!shallow(grown, heights)) setGrown(heights)
  })
  // Before the first paint of what was scrolled to; and what a row says may change without the list.
  useLayoutEffect(() => measure())
  useEffect(() => {
    const observer = new ResizeObserver(() => measure())
    if (frame.current) observer.observe(frame.current)
    return () => observer.disconnect()
  }, [frame])
  return grown
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
