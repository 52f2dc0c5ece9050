import { CloudOff } from 'lucide'
import { useBoard } from '../../board/board-context.ts'
import { useNow } from '../../board/use-now.ts'
import { useCalledName, useRentalSentence, useSummary } from '../../board/use-rental.ts'
import { formatCard } from '../../format/format-card.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { usePlaces } from '../../places/use-places.ts'
import { locationCodes } from '../../rentals/coverage.ts'
import { Icon } from '../../ui/icon.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'

const SEPARATOR = '\n'

/** As large as fits on one line of a card, which is at least 22 em wide; the longest names take more. */
function nameSize(name: string): string {
  const width = widthInEm(name)
  if (width <= 13.8) return 'text-[1.5em] tracking-tight'
  if (width <= 16.5) return 'text-[1.25em] tracking-tight'
  return 'text-[1.0625em]'
}

/** The size (em) at which a state and an amount fit side by side: 1, unless the amount is enormous. */
function feetSize(state: string, amount: string): number {
  return Math.min(1, 17.3 / (1.0625 * widthInEm(state) + 1.25 * widthInEm(amount)))
}

/** As high as its words need; sized in em, which shrink where a card is narrower than 22 rem. */
export function WallCard({ token }: { token: string }) {
  const text = useI18n()
  const { rentalCache } = useBoard()
  const summary = useSummary(token)
  const name = useCalledName(token)
  const places = usePlaces(summary?.rental ? locationCodes(summary.rental) : [])
  const words = useNow(now =>
    summary ? formatCard(summary, rentalCache.reply(token)?.at, now, text, places).join(SEPARATOR) : '',
  )
  const sentence = useRentalSentence(summary?.rental)
  if (summary === undefined) return null
  const [first, ...others] = words.split(SEPARATOR)
  const state = text.t.states[summary.state]
  const amount = summary.total === undefined ? '' : text.f.euros(summary.total)
  return (
    <li
      data-token={token}
      aria-label={[name, state, sentence].filter(Boolean).join(', ')}
      data-status={summary.state}
      data-stale={summary.stale || undefined}
      className={`@container rounded-[0.875rem] bg-surface px-4.5 py-2 ${summary.stale ? 'border-[0.125rem] border-failed-dot border-dashed' : 'border-[0.0625rem] border-line'}`}
    >
      <div className="flex h-full flex-col justify-between text-[length:min(1rem,calc(100cqi/22))] *:shrink-0">
        <h3 className={`font-semibold leading-[1.3] ${nameSize(name)}`}>{name}</h3>
        <p className="text-[1.0625em] text-muted leading-snug">
          <span className={summary.stale ? 'text-failed' : ''}>
            {summary.stale && <Icon of={CloudOff} className="mr-2 inline size-[1em] align-[-0.15em]" />}
            <span>{first}</span>
          </span>
          {others.map(fact => (
            <span key={fact}>{`, ${fact}`}</span>
          ))}
        </p>
        <p
          style={{ fontSize: `${feetSize(state, amount)}em` }}
          className="flex flex-wrap items-center justify-between gap-x-3 leading-tight"
        >
          <StatusBadge state={summary.state} large />
          <span className="whitespace-nowrap font-semibold text-[1.25em]">{amount}</span>
        </p>
      </div>
    </li>
  )
}

/** An upper estimate, so that nothing is laid out to measure it. */
function widthInEm(text: string): number {
  return [...text].reduce((width, letter) => width + emOf(letter), 0)
}

function emOf(letter: string): number {
  if (/[ijlI1 .,'’|!:;ftr()-]/.test(letter)) return 0.42
  if (/[mwMW@%—]/.test(letter)) return 0.98
  return /[\p{Lu}\p{Extended_Pictographic}\p{Script=Han}]/u.test(letter) ? 0.74 : 0.61
}
