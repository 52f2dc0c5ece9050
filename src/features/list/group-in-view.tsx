import { type RefObject, useEffect, useState } from 'react'
import { shallow } from 'zustand/vanilla/shallow'
import { GroupHeading } from './group-heading.tsx'
import { HEADING_LINE_REM, type HeadingItem, type ListItem, type ListLayout } from './list-items.ts'
import { linesOf } from './use-flip.ts'

type GroupInViewProps = {
  heads: RefObject<HTMLElement | null>
  lines: RefObject<HTMLElement | null>
  items: readonly ListItem[]
  layout: ListLayout
}

/** Stands where its heading has scrolled to, and stays there: what is scrolled away is not in the page. */
export function GroupInView({ heads, lines, items, layout }: GroupInViewProps) {
  const [{ heading, push }, setShown] = useState<Shown>({ heading: undefined, push: 0 })
  useEffect(() => {
    const ends = headingEnds(items, layout)
    function update() {
      if (heads.current === null || lines.current === null) return
      const edge = heads.current.getBoundingClientRect().bottom - lines.current.getBoundingClientRect().top
      const shown = shownAt(edge, ends, HEADING_LINE_REM * layout.rem)
      setShown(before => (shallow(before, shown) ? before : shown))
    }
    update()
    window.addEventListener('scroll', update, { passive: true })
    return () => window.removeEventListener('scroll', update)
  }, [heads, lines, items, layout])
  if (heading === undefined) return null
  return (
    <div
      aria-hidden="true"
      style={{ height: HEADING_LINE_REM * layout.rem, translate: `0 ${push}px` }}
      className="absolute inset-x-0 top-full -z-20 flex items-end bg-paper pb-2 print:hidden"
    >
      <GroupHeading as="p" group={heading.group} count={heading.count} />
    </div>
  )
}

/** The heading above the edge, and how far (pixels) the next one pushes it out. */
type Shown = { readonly heading: HeadingItem | undefined; readonly push: number }

type HeadingEnd = { readonly heading: HeadingItem; readonly end: number }

/** In pixels from the start of the lines; `height` is that of the part of a heading that stays. */
export function shownAt(edge: number, ends: readonly HeadingEnd[], height: number): Shown {
  const index = ends.findLastIndex(({ end }) => end - height < edge)
  const [shown, next] = [ends[index], ends[index + 1]]
  const room = shown && next ? next.end - 2 * height - edge : 0
  return { heading: shown?.heading, push: Math.min(0, room) }
}

function headingEnds(items: readonly ListItem[], layout: ListLayout): readonly HeadingEnd[] {
  const lines = linesOf(items, layout)
  return items.flatMap(item => {
    const span = lines.get(item.key)
    return item.kind === 'heading' && span ? { heading: item, end: span.bottom } : []
  })
}
