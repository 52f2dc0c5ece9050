import { Check, TriangleAlert } from 'lucide'
import type { ChangeEvent, ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Rental, RentalFlag } from '../../api/rental.ts'
import { useBoard, usePreferences, useSelection } from '../../board/board-context.ts'
import { useNow } from '../../board/use-now.ts'
import { formatError, formatFlag } from '../../format/format-error.ts'
import { formatCode, formatPlaces } from '../../format/format-places.ts'
import { formatCriteria, formatPeople } from '../../format/format-targeting.ts'
import { formatRelativeTime, formatSince } from '../../format/format-time.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { placesStore, useWantedPlaces } from '../../places/use-places.ts'
import { coverage, locationCodes } from '../../rentals/coverage.ts'
import type { Summary } from '../../rentals/summary.ts'
import { Icon } from '../../ui/icon.tsx'
import { SexIcon } from '../../ui/sex-icon.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { VolumeBar } from '../../ui/volume-bar.tsx'

export function Cell({ className, children }: { className: string; children: ReactNode }) {
  return (
    <div role="cell" className={`min-w-0 ${className}`}>
      {children}
    </div>
  )
}

/** These stand beside what they are about. */
const placed: readonly RentalFlag[] = ['cost-disagrees', 'ages-swapped']

/** What is odd about the reply: one thing, or all that has no place of its own. */
function FlagMark({ rental, only }: { rental: Rental; only?: RentalFlag }) {
  const text = useI18n()
  const flags = rental.flags.filter(flag => (only ? flag === only : !placed.includes(flag)))
  if (flags.length === 0) return null
  const words = flags.map(flag => formatFlag(flag, rental, text)).join(' ')
  return (
    <span className="relative z-10 shrink-0 text-generating" title={words}>
      <Icon of={TriangleAlert} className="size-4" />
      <span className="sr-only">{words}</span>
    </span>
  )
}

export function CostCell({ rental }: { rental: Rental }) {
  const { t, f } = useI18n()
  const { cost } = rental
  if (cost === undefined) return <Cell className="[grid-area:cost] text-right text-muted">{t.notGiven}</Cell>
  const quantity = cost.quantity === undefined ? undefined : f.number(cost.quantity)
  const unit = cost.unitPrice === undefined ? undefined : f.unitPrice(cost.unitPrice)
  return (
    <Cell className="[grid-area:cost] text-right leading-snug">
      <span className="flex items-center justify-end gap-1.5 font-semibold text-base">
        <FlagMark rental={rental} only="cost-disagrees" />
        <span>{cost.total === undefined ? t.notGiven : f.euros(cost.total)}</span>
      </span>
      <span className="block text-muted text-sm group-data-[layout=compact]/list:text-xs group-data-[layout=medium]/list:text-xs">
        {quantity !== undefined && unit !== undefined ? t.cost.product(quantity, unit) : (quantity ?? unit)}
      </span>
    </Cell>
  )
}

export function PlaceholderCell({ summary }: { summary: Summary }) {
  const text = useI18n()
  return (
    <Cell className="placeholder-cell">
      {summary.error && summary.state !== 'pending' ? (
        <span className="text-muted">{formatError(summary.error, text)}</span>
      ) : (
        <span className="block space-y-2">
          <span className="sr-only">{text.t.row.waiting}</span>
          <span className="block h-2.5 w-3/5 rounded-full bg-sunken" />
          <span className="block h-2.5 w-2/5 rounded-full bg-sunken" />
        </span>
      )}
    </Cell>
  )
}

export function SinceCell({ token, summary, rental }: SinceCellProps) {
  const text = useI18n()
  const { poller, rentalCache } = useBoard()
  const since = useNow(now => {
    if (summary.since !== undefined) return formatSince(summary.state, summary.since, now, text)
    const triedAt = poller.checks.get(token)?.lastTriedAt
    return triedAt === undefined ? '' : formatRelativeTime(triedAt, now, text)
  })
  const age = useNow(now => {
    const at = summary.stale ? rentalCache.reply(token)?.at : undefined
    return at === undefined ? '' : text.f.duration(now - at)
  })
  return (
    <Cell
      className={`text-right text-muted leading-snug [grid-area:since] group-data-[layout=compact]/list:text-xs group-data-[layout=narrow]/list:text-sm ${rental === undefined ? 'group-data-[layout=compact]/list:[grid-row-start:1]' : ''}`}
    >
      <span className={`block ${summary.usualMs === undefined ? '' : 'text-generating'}`}>{since}</span>
      {summary.usualMs !== undefined && (
        <span className="block text-xs">{text.t.since.usually(text.f.duration(summary.usualMs))}</span>
      )}
      {summary.stale ? (
        <span className="block text-failed text-xs" title={text.t.row.staleLong(age)}>
          {text.t.row.stale(age)}
        </span>
      ) : (
        rental?.phoneNumbers !== undefined && (
          <span className="block text-xs not-print:group-data-[layout=compact]/list:sr-only not-print:group-data-[layout=medium]/list:sr-only">
            {text.t.file.numbers(rental.phoneNumbers)}
          </span>
        )
      )}
    </Cell>
  )
}

type SinceCellProps = {
  token: string
  summary: Summary
  rental: Rental | undefined
}

export function StateCell({ summary, rental }: { summary: Summary; rental: Rental | undefined }) {
  const { t } = useI18n()
  const asSent = summary.state === 'unknown' ? rental?.statusText : undefined
  return (
    <Cell className="[grid-area:state]">
      <span className="flex flex-wrap items-center gap-1.5">
        <StatusBadge state={summary.state} />
        {rental && <FlagMark rental={rental} />}
      </span>
      {asSent && <span className="block text-muted text-xs leading-tight">{t.row.statusAsSent(asSent)}</span>}
    </Cell>
  )
}

export function TargetingCell({ rental }: { rental: Rental }) {
  const text = useI18n()
  const names = usePreferences(state => state.interests)
  const people = formatPeople(rental.targeting, text)
  const criteria = formatCriteria(rental.targeting, text, names)
  return (
    <Cell className="@container leading-snug [grid-area:targeting] group-data-[layout=medium]/list:self-start">
      <span className="flex items-center gap-1.5 group-data-[layout=medium]/list:inline">
        {rental.targeting.sex && (
          <span className="@max-[12rem]:hidden group-data-[layout=medium]/list:hidden">
            <SexIcon sex={rental.targeting.sex} />
          </span>
        )}
        <span className={people ? '' : 'text-muted'}>
          {people ?? (criteria ? text.t.notGiven : text.t.targeting.none)}
        </span>
        <FlagMark rental={rental} only="ages-swapped" />
      </span>
      {criteria && (
        <span className="block text-muted text-sm group-data-[layout=medium]/list:inline group-data-[layout=medium]/list:before:content-[',_']">
          {criteria}
        </span>
      )}
    </Cell>
  )
}

/** Places that a tooltip names: it holds no more, and the detail has all. */
const MAX_NAMED = 99

export function PlacesCell({ rental }: { rental: Rental }) {
  const text = useI18n()
  const { t, f } = text
  const codes = locationCodes(rental)
  useWantedPlaces(codes)
  // Subscribes to the text and not to the places: news of other places renders no row.
  const where = useStore(placesStore, places => formatPlaces(rental, text, places))
  const all = useStore(placesStore, places =>
    codes
      .slice(0, MAX_NAMED)
      .map(code => formatCode(code, text, places))
      .join(', '),
  )
  const { wanted, available, shortfall } = coverage(rental.places)
  const volume = (count: number | undefined) => (count === undefined ? '—' : f.number(count))
  const spoken = [
    wanted !== undefined && t.places.wanted(wanted),
    available !== undefined && t.places.available(available),
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <Cell className="places-cell [grid-area:places]">
      <span className="places-head">
        <span className={`relative z-10 leading-snug ${where ? '' : 'text-muted'}`} title={all}>
          {where ?? t.places.none}
        </span>
        {spoken && (
          <span className="places-volumes text-muted">
            <span aria-hidden="true">{t.places.volumes(volume(wanted), volume(available))}</span>
            <span className="sr-only">{spoken}</span>
          </span>
        )}
      </span>
      {wanted !== undefined && available !== undefined && (
        <div className="mt-1">
          <VolumeBar wanted={wanted} available={available} />
        </div>
      )}
      {shortfall > 0 && (
        <span className="places-missing order-2 text-failed text-xs">
          <span aria-hidden="true">{t.places.missing(f.number(shortfall))}</span>
          <span className="sr-only">{t.places.shortfall(shortfall)}</span>
        </span>
      )}
    </Cell>
  )
}

/** Shown when the row is pointed at or focused, or anything is selected; touch needs the selection mode. */
export function SelectCell({ token, name }: { token: string; name: string }) {
  const { t } = useI18n()
  const { selection } = useBoard()
  const isSelected = useSelection(({ selected }) => selected.has(token))

  function change({ nativeEvent }: ChangeEvent) {
    selection.select(token, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
  }

  return (
    <div
      role="cell"
      className="absolute top-0 -left-7 z-10 grid h-full w-7 place-items-center opacity-0 has-focus-visible:opacity-100 group-hover/row:opacity-100 group-data-selecting/list:opacity-100 group-data-[layout=narrow]/list:top-12 group-data-[layout=narrow]/list:right-1.25 group-data-[layout=narrow]/list:left-auto group-data-[layout=narrow]/list:size-11 pointer-coarse:pointer-events-none pointer-coarse:group-data-selecting/list:pointer-events-auto pointer-coarse:not-has-focus-visible:not-in-data-selecting:opacity-0 print:hidden"
    >
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t.tools.select(name)}
        checked={isSelected}
        onChange={change}
        className="peer absolute inset-0 size-full cursor-pointer opacity-0"
      />
      <span className="pointer-events-none grid size-4.5 place-items-center rounded-sm border border-strong-line bg-surface *:invisible peer-checked:border-ink peer-checked:bg-ink peer-checked:text-paper peer-checked:*:visible peer-focus-visible:outline-2 peer-focus-visible:outline-focus peer-focus-visible:outline-offset-2">
        <Icon of={Check} className="size-3.5" strokeWidth={3} />
      </span>
    </div>
  )
}
