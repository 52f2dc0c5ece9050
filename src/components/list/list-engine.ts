import { type RefObject, startTransition, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { useFullText } from '../../i18n/full-text.ts'
import { isSameList } from '../../lib/is-same-list.ts'
import { isSame } from '../../lib/shallow-equal.ts'
import type { ListLines } from './list-frame.tsx'
import type { ListItem } from './list-items.ts'
import { rowManners } from './row-manners.ts'
import { pickingStore, selectionStore, showInList } from './selection-store.ts'
import { useGlide } from './use-glide.ts'
import { useListKeys } from './use-list-keys.ts'
import type { ListLayout } from './use-list-layout.ts'
import { useListWindow } from './use-list-window.ts'
import { useSteadyItems } from './use-steady-items.ts'

type ListEngineProps = {
  frame: RefObject<HTMLDivElement | null>
  layout: ListLayout
  items: readonly ListItem[]
  /** What is drawn now, of what was said last. */
  lines: ListLines | undefined
  onLines: (lines: ListLines) => void
}

/** Moves the list: says which of its lines are drawn while it is scrolled, sorted and chosen from. Draws nothing. */
export function ListEngine({ frame, layout, items, lines, onLines }: ListEngineProps) {
  const isPicking = useStore(pickingStore, ({ isOn }) => isOn)
  const isSelecting = useStore(selectionStore, ({ chosen }) => chosen.size > 0) || isPicking
  const text = useFullText()
  const manners = useMemo(() => rowManners(text), [text])
  const { items: steady, isGliding } = useSteadyItems(frame, items, layout)
  const drawn = useListWindow(frame, steady, layout)
  const next = { ...drawn, items: steady, isGliding, isSelecting, manners }
  const said = useRef<ListLines>(undefined)
  useLayoutEffect(() => {
    if (said.current && isSameLines(said.current, next)) return
    const isFirst = said.current === undefined
    said.current = next
    // The first time every row learns its manners, which is more than one short task's work.
    if (isFirst) startTransition(() => onLines(next))
    else onLines(next)
  })
  useGlide(frame, lines, layout)
  useListKeys(frame)
  useEffect(() => {
    showInList(steady.flatMap(item => (item.kind === 'rental' ? item.token : [])))
  }, [steady])
  useEffect(() => () => showInList([]), [])
  return null
}

function isSameLines(a: ListLines, b: ListLines): boolean {
  return isSame({ ...a, drawn: b.drawn }, b) && isSameList(a.drawn, b.drawn, isSame)
}
