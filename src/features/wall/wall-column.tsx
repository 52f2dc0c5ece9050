import { useId, useRef } from 'react'
import { shallow } from 'zustand/vanilla/shallow'
import { useI18n } from '../../i18n/i18n.ts'
import { type GroupName, groupDots } from '../../rentals/status.ts'
import { remInPixels, useMeasured } from '../../ui/use-measured.ts'
import { usePageIndex } from './use-auto-paging.ts'
import { WallCard } from './wall-card.tsx'

/** Finished rentals have no column: nothing is left to do. */
export type ColumnName = Exclude<GroupName, 'finished'>

/** The least size of a card, and the gap between two; the cards share the space that is left. */
const CARD_REM = { width: 24, height: 7.25, gap: 0.75 }

type WallColumnProps = {
  name: ColumnName
  tokens: readonly string[]
  /** No other column has rentals: this one is as wide as two. */
  isAlone: boolean
  turns: number
}

export function WallColumn({ name, tokens, isAlone, turns }: WallColumnProps) {
  const { t, f } = useI18n()
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const { rows, columns } = useMeasured(frame, cardsIn, oneCard, shallow)
  const size = rows * columns
  const pages = Math.ceil(tokens.length / size)
  const page = usePageIndex(pages, turns)
  return (
    <section aria-labelledby={id} className={`flex min-w-0 flex-col ${isAlone ? 'flex-4' : 'flex-1'}`}>
      <h2 id={id} className="flex items-center gap-3 pb-2 font-semibold text-xl leading-tight tracking-wide">
        <span className={`size-3.5 rounded-full ${groupDots[name]}`} aria-hidden="true" />
        <span>
          {tokens.length === 0 ? t.groups[name] : t.list.group(t.groups[name], f.number(tokens.length))}
        </span>
      </h2>
      <div
        ref={frame}
        className="relative min-h-[7.25rem] flex-1 overflow-hidden max-lg:h-[31.5rem] max-lg:flex-none"
      >
        {tokens.length === 0 ? (
          <p className="rounded-[0.875rem] border border-line border-dashed px-4.5 py-6 text-muted text-xl">
            {t.wall.nothing[name]}
          </p>
        ) : (
          <ul
            key={page}
            style={{
              gridTemplate: `repeat(${rows}, minmax(${CARD_REM.height}rem, 1fr)) / repeat(${columns}, minmax(0, 1fr))`,
            }}
            className="absolute inset-0 grid gap-3 motion-safe:animate-page"
          >
            {tokens.slice(page * size, (page + 1) * size).map(token => (
              <WallCard key={token} token={token} />
            ))}
          </ul>
        )}
      </div>
      <PageDots page={page} pages={pages} />
    </section>
  )
}

/** More dots than this cannot be told apart from afar: figures replace them. */
const MAX_DOTS_SHOWN = 12

/** `page` counts from 0. The row keeps its height where there is one page only. */
function PageDots({ page, pages }: { page: number; pages: number }) {
  const { t, f } = useI18n()
  const words = t.wall.page(f.number(page + 1), f.number(pages))
  return (
    <div className="flex h-5.5 items-center justify-center gap-2.5 text-muted">
      {pages > 1 && <span className={pages > MAX_DOTS_SHOWN ? '' : 'sr-only'}>{words}</span>}
      {pages > 1 &&
        pages <= MAX_DOTS_SHOWN &&
        Array.from({ length: pages }, (_, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a dot is nothing but its place
            key={index}
            aria-hidden="true"
            className={`size-2.5 rounded-full ${index === page ? 'bg-ink' : 'bg-line'}`}
          />
        ))}
    </div>
  )
}

function cardsIn({ clientWidth, clientHeight }: HTMLElement): { rows: number; columns: number } {
  const { width, height, gap } = CARD_REM
  const rem = remInPixels()
  const count = (pixels: number, size: number) => Math.max(1, Math.floor((pixels / rem + gap) / (size + gap)))
  return { rows: count(clientHeight, height), columns: count(clientWidth, width) }
}

function oneCard() {
  return { rows: 1, columns: 1 }
}
