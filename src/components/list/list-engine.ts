import { type RefObject, startTransition, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { useFullText } from '../../i18n/full-text.ts'
import { isSameList } from '../../lib/is-same-list.ts'
import { isSame } from '../../lib/shallow-equal.ts'
import { hurry } from './hurry.ts'
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
  const { drawn, before, after, isScrolling } = useListWindow(frame, steady, layout)
  const said = useRef<ListLines>(undefined)
  useLayoutEffect(() => {
    const last = said.current
    const next = {
      items: steady,
      drawn: hurry(drawn, last?.drawn ?? [], isScrolling),
      before,
      after,
      isGliding,
      isSelecting,
      manners,
    }
    if (last && isSameLines(last, next)) return
    said.current = next
    const isFilling = !isScrolling && last?.drawn.some(({ isBrief }) => isBrief)
    // That all rows learn their manners, or the brief ones are filled, is more than one short task's work.
    if (last === undefined || isFilling) startTransition(() => onLines(next))
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
