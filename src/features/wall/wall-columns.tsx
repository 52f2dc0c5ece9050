import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useModel } from '../../board/board-context.ts'
import { type FilteredRentals, useFilteredRentals } from '../../board/filter-provider.tsx'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { areSameGroups, groupByPriority } from '../../rentals/groups.ts'
import { type GroupName, groupDots } from '../../rentals/status.ts'
import { remInPixels, useMeasured } from '../../ui/use-measured.ts'
import { WallCard } from './wall-card.tsx'
import { wallWords } from './words.ts'

/** Finished rentals have no column: nothing is left to do. */
type ColumnName = Exclude<GroupName, 'finished'>

const columns: readonly ColumnName[] = ['collect', 'underway', 'attention']

export function WallColumns({ turns }: { turns: number }) {
  const w = useWords(wallWords)
  const isEmpty = useModel(({ summaries }) => summaries.size === 0)
  const groups = useFilteredRentals(selectGroups, areSameGroups)
  if (isEmpty) {
    return (
      <main className="grid flex-1 place-content-center gap-2 p-7 text-center">
        <h2 className="font-semibold text-[2.5rem] tracking-tight">{w.emptyTitle}</h2>
        <p className="text-2xl text-muted">{w.emptyText}</p>
      </main>
    )
  }
  const tokensOf = (column: ColumnName) => groups.find(({ name }) => name === column)?.tokens ?? []
  const filled = columns.filter(column => tokensOf(column).length > 0)
  return (
    <main className="flex flex-1 gap-6 px-7 pt-3.5 max-lg:flex-col max-sm:px-4">
      {columns.map(column => (
        <WallColumn
          key={column}
          name={column}
          tokens={tokensOf(column)}
          isAlone={filled.length === 1 && filled[0] === column}
          turns={turns}
        />
      ))}
    </main>
  )
}

function selectGroups({ shown }: FilteredRentals) {
  return groupByPriority(shown)
}

/** The least size of a card, and the gap between two; the cards share the space that is left, as their words need. */
const CARD_REM = { width: 24, height: 7.25, gap: 0.75 }

/** The most that a card of a few grows to. */
const LARGE_HEIGHT_REM = 15

type Grid = { readonly rows: number; readonly columns: number }

/** How many cards of the least size it holds, and in pixels what they are measured by. */
type Room = Grid & { readonly width: number; readonly height: number; readonly rem: number }

/** As few columns and rows as `count` cards need, so that they grow: at most those that there is room for. */
export function fewest(room: Grid, count: number): Grid {
  const columns = Math.max(1, Math.min(room.columns, Math.ceil(count / room.rows)))
  return { columns, rows: Math.max(1, Math.min(room.rows, Math.ceil(count / columns))) }
}

type WallColumnProps = {
  name: ColumnName
  tokens: readonly string[]
  /** No other column has rentals: this one is as wide as two. */
  isAlone: boolean
  turns: number
}

function WallColumn({ name, tokens, isAlone, turns }: WallColumnProps) {
  const { t, f, w } = useI18n(wallWords)
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const room = useMeasured(frame, roomIn, () => ({ rows: 1, columns: 1, width: 0, height: 0, rem: 16 }))
  const { list, rows: fitting, mayBeLarge, isBrief } = useFittingRows(room, tokens)
  const { rows, columns } = fewest({ ...room, rows: fitting }, tokens.length)
  const isLarge = mayBeLarge && 1.5 * rows <= room.rows
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
            {w.nothing[name]}
          </p>
        ) : (
          <ul
            key={page}
            ref={list}
            style={{
              gridTemplate: `repeat(${rows}, minmax(max-content, ${isLarge ? `${LARGE_HEIGHT_REM}rem` : '1fr'})) / repeat(${columns}, minmax(0, 1fr))`,
            }}
            className={`absolute inset-0 grid gap-3 motion-safe:animate-page ${rows === 1 ? 'overflow-y-auto' : ''}`}
          >
            {tokens.slice(page * size, (page + 1) * size).map(token => (
              <WallCard key={token} token={token} large={isLarge} brief={isBrief} />
            ))}
          </ul>
        )}
      </div>
      <PageDots page={page} pages={pages} />
    </section>
  )
}

/**
 * What lets every word of the cards be seen: no large ones, then fewer facts, then a row less with all facts, and so
 * on. Judged anew in another room and with other rentals; at every turn more may be needed.
 */
function useFittingRows(room: Room, tokens: readonly string[]) {
  const list = useRef<HTMLUListElement>(null)
  const [judged, setJudged] = useState({ room, tokens, steps: 0 })
  const steps = judged.room === room && judged.tokens === tokens ? judged.steps : 0
  const rows = Math.max(1, room.rows - Math.floor(Math.max(0, steps - 1) / 2))
  const isBrief = steps > 0 && steps % 2 === 0
  useLayoutEffect(() => {
    const canGive = rows > 1 || !isBrief
    if (canGive && list.current && isCrowded(list.current)) setJudged({ room, tokens, steps: steps + 1 })
  })
  return { list, rows, mayBeLarge: steps === 0, isBrief }
}

/** True when a card, or what it says, does not fit. */
function isCrowded(list: HTMLElement): boolean {
  return [list, ...list.children].some(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
}

/** More dots than this cannot be told apart from afar: figures replace them. */
const MAX_DOTS_SHOWN = 12

/** `page` counts from 0. The row keeps its height where there is one page only. */
function PageDots({ page, pages }: { page: number; pages: number }) {
  const { f, w } = useI18n(wallWords)
  const words = w.page(f.number(page + 1), f.number(pages))
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
            className={`dot ${index === page ? 'bg-ink' : 'bg-line'}`}
          />
        ))}
    </div>
  )
}

function roomIn({ clientWidth: width, clientHeight: height }: HTMLElement): Room {
  const rem = remInPixels()
  const count = (pixels: number, size: number) =>
    Math.max(1, Math.floor((pixels / rem + CARD_REM.gap) / (size + CARD_REM.gap)))
  return { rows: count(height, CARD_REM.height), columns: count(width, CARD_REM.width), width, height, rem }
}

export const PAGE_MS = 10_000

/** Counts page turns, in all columns at once; `held` stops them. */
export function useAutoPaging(held: boolean): number {
  const [turns, setTurns] = useState(0)
  useEffect(() => {
    if (held) return
    const timer = setInterval(() => setTurns(count => count + 1), PAGE_MS)
    return () => clearInterval(timer)
  }, [held])
  return turns
}

/** From 0: the next page at every turn, and still the same when the number of pages changes. */
export function usePageIndex(pages: number, turns: number): number {
  const [shown, setShown] = useState({ page: 0, turns })
  const page = Math.min(shown.page, Math.max(0, pages - 1))
  if (shown.turns === turns) return page
  const next = page + 1 < pages ? page + 1 : 0
  setShown({ page: next, turns })
  return next
}
