import { CloudOff } from 'lucide'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { useNow } from '../../board/use-now.ts'
import { useCalledName, useRentalSentence, useSummary, useTokenBeside } from '../../board/use-rental.ts'
import { formatCard } from '../../format/format-card.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { usePlaces } from '../../places/use-places.ts'
import { locationCodes } from '../../rentals/coverage.ts'
import { states } from '../../rentals/status.ts'
import { Icon } from '../../ui/icon.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { wallWords } from './words.ts'

const SEPARATOR = '\n'

/** Em that a card is wide at least; a large one may have larger letters for it. */
const CARD_EM = { plain: 22, large: 18 }

/** Of these the badge takes some with its icon, and the gap. */
const FEET_SPARE_EM = 4.7

/** Em of a name's letters, and of its one line in a card; the least on one line, and a wider name's area on two. */
const NAME_EM = 1.5
const LINE_EM = 20.7
const MIN_ONE_LINE_EM = 1.1
const NAME_AREA_EM2 = 60

/** Of the letters of a card's facts, which are a little larger than its own. */
const MAX_FACTS_EM = 20.5

const sizes = {
  plain: 'text-[length:min(1rem,calc(100cqi/22))]',
  large: 'text-[length:max(min(1rem,calc(100cqi/22)),min(2rem,calc(100cqi/18),calc(100cqb/10.5)))]',
}

/** Smaller feet (em) are not read from afar: the fact beside the badge goes first. */
const MIN_FEET_EM = 0.7

/** The size (em) at which a state, a fact and an amount fit side by side: 1, unless they are long. */
function feetSize(state: string, fact: string, amount: string, cardEm: number): number {
  const width = 1.0625 * widthInEm(state) + widthInEm(fact) + 1.25 * widthInEm(amount)
  return Math.min(1, (cardEm - FEET_SPARE_EM) / width)
}

/** The size (em) of a name: rather smaller on one line, which leaves the facts theirs; never too small to be read. */
function nameSize(width: number, isOnTwoLines: boolean): number {
  if (!isOnTwoLines) return Math.min(NAME_EM, LINE_EM / width)
  if (width <= (2 * LINE_EM) / NAME_EM) return NAME_EM
  return Math.min(1.25, Math.max(0.75, Math.sqrt(NAME_AREA_EM2 / width)))
}

/** How long (ms) a card is marked after its status changed. */
const MARKED_MS = 60_000

function useIsMarked(token: string): boolean {
  const { changes } = useBoard()
  const change = useStore(changes, ({ last }) => last.get(token))
  return useNow(now => (change && now - change.at < MARKED_MS ? 'marked' : '')) !== ''
}

function frameOf(isStale: boolean, isMarked: boolean): string {
  if (isMarked) return 'border-[0.1875rem] border-ink'
  return isStale ? 'border-[0.125rem] border-failed-dot border-dashed' : 'border-[0.0625rem] border-line'
}

type WallCardProps = {
  token: string
  /** There is room for twice the height. */
  large: boolean
  /** There is none for facts of more than a line. */
  brief: boolean
}

/** As high as its words need; sized in em, which shrink where a card is narrow. */
export function WallCard({ token, large, brief }: WallCardProps) {
  const text = useI18n()
  const w = useWords(wallWords)
  const { rentalCache } = useBoard()
  const summary = useSummary(token)
  const name = useCalledName(token)
  const places = usePlaces(summary?.rental ? locationCodes(summary.rental) : [])
  const tokenBeside = useTokenBeside(token)
  const words = useNow(now => {
    const repliedAt = rentalCache.reply(token)?.at
    return summary ? formatCard(summary, repliedAt, now, text, places, tokenBeside).join(SEPARATOR) : ''
  })
  const sentence = useRentalSentence(summary?.rental)
  const isMarked = useIsMarked(token)
  if (summary === undefined) return null
  const facts = words.split(SEPARATOR)
  const state = text.t.states[summary.state]
  const amount = summary.total === undefined ? '' : text.f.euros(summary.total)
  const kind = large ? 'large' : 'plain'
  const nameWidth = widthInEm(name)
  const isOnTwoLines = large || LINE_EM / nameWidth < MIN_ONE_LINE_EM
  const size = large ? NAME_EM : nameSize(nameWidth, isOnTwoLines)
  // A state that the badge cannot say is always told.
  const isTold = summary.state === 'unknown' || summary.rental === undefined
  const hasFacts = !large && !(brief && isOnTwoLines && !isTold)
  const first = brief && !hasFacts ? (facts[0] ?? '') : ''
  const beside = feetSize(state, first, amount, CARD_EM.plain) < MIN_FEET_EM ? '' : first
  return (
    <li
      data-token={token}
      aria-label={[name, state, isMarked && w.justChanged, sentence].filter(Boolean).join(', ')}
      data-status={summary.state}
      data-stale={summary.stale || undefined}
      data-marked={isMarked || undefined}
      style={
        isMarked ? { backgroundColor: states[summary.state].highlight ?? 'var(--color-plain-highlight)' } : {}
      }
      className={`min-h-29 rounded-[0.875rem] bg-surface px-4.5 py-2 ${large ? '[container-type:size]' : '@container'} ${frameOf(summary.stale, isMarked)}`}
    >
      <div className={`flex h-full flex-col justify-between *:shrink-0 ${sizes[kind]}`}>
        <h3
          style={{ fontSize: `${size}em`, lineHeight: isOnTwoLines ? 1.2 : (1.3 * NAME_EM) / size }}
          className={`font-semibold tracking-tight ${isOnTwoLines ? 'wrap-anywhere' : ''}`}
        >
          {name}
        </h3>
        {large && <LargeFacts facts={facts} stale={summary.stale} />}
        {hasFacts && <CardFacts facts={brief ? onOneLine(facts) : facts} stale={summary.stale} />}
        <p
          style={{ fontSize: `${feetSize(state, beside, amount, CARD_EM[kind])}em` }}
          className="flex flex-wrap items-center justify-between gap-x-3 leading-tight"
        >
          <StatusBadge state={summary.state} large />
          {beside && <span className={summary.stale ? 'text-failed' : 'text-muted'}>{beside}</span>}
          <span className="whitespace-nowrap font-semibold text-[1.25em]">{amount}</span>
        </p>
      </div>
    </li>
  )
}

type CardFactsProps = { facts: readonly string[]; stale: boolean }

function CardFacts({ facts: [first, ...others], stale }: CardFactsProps) {
  return (
    <p className="text-[1.0625em] text-muted leading-snug">
      <span className={stale ? 'text-failed' : ''}>
        {stale && <Icon of={CloudOff} className="mr-2 inline size-[1em] align-[-0.15em]" />}
        <span>{first}</span>
      </span>
      {others.map(fact => (
        <span key={fact}>{`, ${fact}`}</span>
      ))}
    </p>
  )
}

/** The first, and what else fits beside it. */
function onOneLine(facts: readonly string[]): readonly string[] {
  let width = 0
  return facts.filter((fact, index) => {
    width += widthInEm(index === 0 ? fact : `, ${fact}`)
    return index === 0 || width <= MAX_FACTS_EM
  })
}

/** The first three, a line each. */
function LargeFacts({ facts, stale }: CardFactsProps) {
  return (
    <p className="text-[1.0625em] text-muted leading-snug">
      {facts.slice(0, 3).map((fact, index) => (
        <span key={fact} className={`block ${stale && index === 0 ? 'text-failed' : ''}`}>
          {fact}
        </span>
      ))}
    </p>
  )
}

/** An upper estimate, so that nothing is laid out to measure it. */
function widthInEm(text: string): number {
  return [...text].reduce((width, letter) => width + emOf(letter), 0)
}

function emOf(letter: string): number {
  if (/[ijlI .,'’|!:;ftr()-]/.test(letter)) return 0.42
  if (/[W@%]/.test(letter)) return 1.1
  if (/[mwM—]/.test(letter)) return 0.98
  if (/\d/.test(letter)) return 0.64
  return /[\p{Lu}\p{Extended_Pictographic}\p{Script=Han}]/u.test(letter) ? 0.74 : 0.61
}
