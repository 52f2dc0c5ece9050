import { type RefObject, useEffect, useState } from 'react'
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
  const [heading, setHeading] = useState<HeadingItem>()
  useEffect(() => {
    const ends = headingEnds(items, layout)
    function update() {
      if (heads.current === null || lines.current === null) return
      const edge = heads.current.getBoundingClientRect().bottom - lines.current.getBoundingClientRect().top
      setHeading(ends.findLast(({ end }) => end - HEADING_LINE_REM * layout.rem < edge)?.heading)
    }
    update()
    window.addEventListener('scroll', update, { passive: true })
    return () => window.removeEventListener('scroll', update)
  }, [heads, lines, items, layout])
  if (heading === undefined) return null
  return (
    <div
      aria-hidden="true"
      style={{ height: HEADING_LINE_REM * layout.rem }}
      className="absolute inset-x-0 top-full flex items-end bg-paper pb-2 print:hidden"
    >
      <GroupHeading as="p" group={heading.group} count={heading.count} />
    </div>
  )
}

/** Pixels from the start of the lines to the end of each heading. */
function headingEnds(items: readonly ListItem[], layout: ListLayout) {
  const lines = linesOf(items, layout)
  return items.flatMap(item => {
    const span = lines.get(item.key)
    return item.kind === 'heading' && span ? { heading: item, end: span.bottom } : []
  })
}
