import { CloudOff } from 'lucide'
import { useStore } from 'zustand'
import { placeCodes } from '../../domain/coverage.ts'
import { useFullText } from '../../i18n/full-text.ts'
import { useBoard } from '../board-context.ts'
import { Icon } from '../icon.tsx'
import { StatusBadge } from '../list/status-badge.tsx'
import { useNow } from '../use-now.ts'
import { usePlaces } from '../use-places.ts'
import { useRentalSentence } from '../use-rental-sentence.ts'
import { cardWords } from '../words/card-words.ts'
import { shortToken } from '../words/short-token.ts'

const SEPARATOR = '\n'

/** A name as large as its length (characters) allows; the longest stand on two lines. */
function nameSize({ length }: string): string {
  if (length <= 27) return 'truncate text-2xl leading-tight tracking-tight'
  if (length <= 33) return 'truncate text-xl leading-normal tracking-tight'
  return 'line-clamp-2 text-lg leading-[1.15]'
}

/** One rental on the wall, of constant height. */
export function WallCard({ token }: { token: string }) {
  const text = useFullText()
  const { model, book, tracked } = useBoard()
  const summary = useStore(model.state, ({ summaries }) => summaries.get(token))
  const name = useStore(tracked.state, ({ rentals }) => rentals.get(token)?.name) ?? shortToken(token)
  const places = usePlaces(summary?.rental ? placeCodes(summary.rental) : [])
  const words = useNow(now =>
    summary ? cardWords(summary, book.reply(token)?.at, now, text, places).join(SEPARATOR) : '',
  )
  const sentence = useRentalSentence(summary?.rental)
  if (summary === undefined) return null
  const [first, ...others] = words.split(SEPARATOR)
  return (
    <li
      data-token={token}
      aria-label={[name, text.t.states[summary.state], sentence].filter(Boolean).join(', ')}
      data-status={summary.state}
      data-stale={summary.stale || undefined}
      className={`flex flex-col justify-between rounded-[0.875rem] bg-surface px-4.5 py-2.5 ${summary.stale ? 'border-[0.125rem] border-failed-lamp border-dashed' : 'border-[0.0625rem] border-line'}`}
    >
      <h3 className={`font-semibold ${nameSize(name)}`}>{name}</h3>
      <p className="flex h-[1lh] flex-wrap overflow-hidden text-lg text-muted leading-snug">
        <span className={`min-w-0 max-w-full truncate ${summary.stale ? 'text-failed' : ''}`}>
          {summary.stale && <Icon of={CloudOff} className="mr-2 inline size-5 align-[-0.15em]" />}
          {first}
        </span>
        {others.map(fact => (
          <span key={fact} className="whitespace-nowrap">
            , {fact}
          </span>
        ))}
      </p>
      <p className="flex items-center justify-between gap-3">
        <StatusBadge state={summary.state} large />
        {summary.total !== undefined && (
          <span className="whitespace-nowrap font-semibold text-xl">{text.f.euros(summary.total)}</span>
        )}
      </p>
    </li>
  )
}
