import { useId } from 'react'
import { useStore } from 'zustand'
import { isUnread, type NewsMarksStore } from '../../board/news-marks.ts'
import { detailAddress } from '../../board/routes.ts'
import { useNow } from '../../board/use-now.ts'
import { useRentalName, useTokenBeside } from '../../board/use-rental.ts'
import { formatDayTime } from '../../format/format-time.ts'
import { type I18n, useI18n, useWords } from '../../i18n/i18n.ts'
import type { NewsLine } from '../../rentals/news.ts'
import { states } from '../../rentals/status.ts'
import { Button } from '../../ui/button.tsx'
import { notificationsWords } from './words.ts'

type NewsListProps = {
  lines: readonly NewsLine[]
  marks: NewsMarksStore
  /** A line was pressed. */
  onSee: () => void
}

/** What happened since the last visit, then what happened before it. */
export function NewsList({ lines, marks, onSee }: NewsListProps) {
  const text = useI18n()
  const w = useWords(notificationsWords).news
  const id = useId()
  const state = useStore(marks.state)
  const visit = useNow(now => formatDayTime(state.visitEndedAt, now, text))
  const fresh = lines.filter(({ at }) => at > state.visitEndedAt)
  const earlier = lines.slice(fresh.length)
  const hasUnread = lines.some(line => isUnread(state, line))
  const items = (part: readonly NewsLine[]) =>
    part.map(line => (
      <NewsItem key={`${line.token} ${line.at}`} line={line} unread={isUnread(state, line)} onSee={onSee} />
    ))
  return (
    <dialog
      open
      ref={focusAtOnce}
      tabIndex={-1}
      aria-labelledby={id}
      className="inset-x-0 top-full z-40 m-0 mt-1 w-auto overflow-hidden rounded-xl border border-line bg-surface text-ink shadow-[0_12px_32px_rgb(0_0_0/0.28)] outline-none sm:left-auto sm:w-96"
    >
      <div className="flex items-start justify-between gap-3 border-line border-b py-2 pr-2 pl-4">
        <h2 id={id} className="py-1.5 font-semibold">
          {w.title(visit)}
        </h2>
        {hasUnread && (
          <Button
            words={w.markAll}
            className="shrink-0 border-transparent px-2.5 text-muted text-sm"
            onClick={marks.markAllRead}
          />
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div className="max-h-[min(28rem,70dvh)] overflow-y-auto" tabIndex={0}>
        {fresh.length === 0 ? (
          <p className="px-4 py-4 text-muted">{w.none}</p>
        ) : (
          <ul className="divide-y divide-line">{items(fresh)}</ul>
        )}
        {earlier.length > 0 && (
          <>
            <h3 className="border-line border-t bg-sunken px-4 py-1.5 font-semibold text-muted text-sm">
              {w.earlier}
            </h3>
            <ul className="divide-y divide-line border-line border-t">{items(earlier)}</ul>
          </>
        )}
      </div>
    </dialog>
  )
}

type NewsItemProps = { line: NewsLine; unread: boolean; onSee: () => void }

function NewsItem({ line, unread, onSee }: NewsItemProps) {
  const text = useI18n()
  const w = useWords(notificationsWords).news
  const nameOf = useRentalName()
  const beside = useTokenBeside(line.token)
  const { token, to, at, after } = line
  const time = useNow(now => formatNewsTime(line, now, text))
  return (
    <li>
      <a
        href={detailAddress(token)}
        onClick={onSee}
        className="flex min-h-11 items-baseline gap-3 px-4 py-2.5 outline-none hover:bg-sunken focus-visible:outline-2 focus-visible:outline-focus focus-visible:-outline-offset-2"
      >
        <span
          className={`dot shrink-0 ${states[to].dot ?? 'border border-strong-line'}`}
          aria-hidden="true"
        />
        <span className={`min-w-0 flex-1 wrap-anywhere ${unread ? 'font-semibold' : 'text-muted'}`}>
          <span>{w.became[to](nameOf(token))}</span>
          {beside && <span className="ml-2 font-mono font-normal text-muted text-xs">{beside}</span>}
        </span>
        {unread && <span className="sr-only">{w.unreadMark}</span>}
        <time
          dateTime={new Date(at).toISOString()}
          className={`shrink-0 text-muted text-sm ${after === undefined ? '' : 'max-w-32 text-right'}`}
        >
          {time}
        </time>
      </a>
    </li>
  )
}

const DAY_MS = 86_400_000

/** «08:14»; where nobody looked for a while, «entre 18:02 et 08:14», or «avant 08:14» after more than a day. */
function formatNewsTime({ at, after }: NewsLine, now: number, text: I18n): string {
  if (after === undefined) return formatDayTime(at, now, text)
  const { f, language } = text
  const w = notificationsWords[language].news
  const span = at - after < DAY_MS ? w.between(f.time(after), f.time(at)) : w.before(f.time(at))
  return new Date(at).toDateString() === new Date(now).toDateString() ? span : `${f.day(at)}, ${span}`
}

function focusAtOnce(list: HTMLElement | null) {
  list?.focus({ preventScroll: true })
}
