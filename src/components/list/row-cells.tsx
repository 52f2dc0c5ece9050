import type { ReactNode } from 'react'
import type { Rental, RentalFlag, RentalReply } from '../../api/rental.ts'
import { coverage } from '../../domain/coverage.ts'
import type { Summary } from '../../domain/summary.ts'
import { useText } from '../../i18n/text.ts'
import { rentalsKey } from '../../polling/rental-query.ts'
import { useBoard } from '../board-context.ts'
import { useNow } from '../use-now.ts'
import { errorWords } from '../words/error-words.ts'
import { whereWords } from '../words/places-words.ts'
import { shortToken } from '../words/short-token.ts'
import { agoWords, sinceWords } from '../words/since-words.ts'
import { criteriaWords, peopleWords } from '../words/targeting-words.ts'
import { FlagMark } from './flag-mark.tsx'
import { StatusBadge } from './status-badge.tsx'
import { VolumeBar } from './volume-bar.tsx'

function Cell({ className, children }: { className: string; children: ReactNode }) {
  return (
    <div role="cell" className={`min-w-0 ${className}`}>
      {children}
    </div>
  )
}

const general: ReadonlySet<RentalFlag> = new Set(['success-missing', 'success-odd', 'xml-positions'])

/** The badge, with the provider's own words for a status that is not documented. */
export function StateCell({ summary, rental }: { summary: Summary; rental: Rental | undefined }) {
  const { t } = useText()
  const asSent = summary.state === 'unknown' ? rental?.statusText : undefined
  return (
    <Cell className="[grid-area:state]">
      <span className="flex items-center gap-1.5">
        <StatusBadge state={summary.state} />
        <FlagMark flags={rental?.flags.filter(flag => general.has(flag)) ?? []} />
      </span>
      {asSent && (
        <span className="block truncate text-muted text-xs" title={asSent}>
          {t.row.statusAsSent(asSent)}
        </span>
      )}
    </Cell>
  )
}

/** The user's name for the rental over its token; the link opens the detail and covers the whole row. */
export function NameCell({ token, name, href, current, note }: NameCellProps) {
  const { t } = useText()
  return (
    <Cell className="[grid-area:name]">
      <a
        href={href}
        aria-current={current ? 'true' : undefined}
        aria-label={t.list.open(name ?? token)}
        title={name ?? token}
        className={`block truncate font-semibold outline-none after:absolute after:inset-0 ${name ? '' : 'font-mono text-sm'}`}
      >
        {name ?? shortToken(token)}
      </a>
      {note ? (
        <span className="block truncate text-muted">{note}</span>
      ) : (
        name && (
          <span className="block truncate font-mono text-muted text-xs group-data-[layout=medium]/list:hidden">
            {shortToken(token)}
          </span>
        )
      )}
    </Cell>
  )
}

type NameCellProps = {
  token: string
  name: string | undefined
  href: string
  current: boolean
  note: string | undefined
}

/** Who was asked for, in words. */
export function TargetingCell({ rental }: { rental: Rental }) {
  const text = useText()
  const people = peopleWords(rental.targeting, text)
  const criteria = criteriaWords(rental.targeting, text)
  return (
    <Cell className="[grid-area:targeting]">
      <span className="flex min-w-0 items-center gap-1.5">
        <span className={`truncate ${people ? '' : 'text-muted'}`}>
          {people ?? (criteria ? text.t.notGiven : text.t.targeting.none)}
        </span>
        <FlagMark flags={rental.flags.filter(flag => flag === 'ages-swapped')} />
      </span>
      {criteria && <span className="block truncate text-muted">{criteria}</span>}
    </Cell>
  )
}

/** Where, with the contacts wanted and available over all places. */
export function PlacesCell({ rental }: { rental: Rental }) {
  const text = useText()
  const { t, f } = text
  const where = whereWords(rental, text)
  const { wanted, available, shortfall } = coverage(rental.places)
  const volume = (count: number | undefined) => (count === undefined ? '—' : f.number(count))
  const hasVolumes = wanted !== undefined || available !== undefined
  return (
    <Cell className="[grid-area:places]">
      <span className="mb-1 flex justify-between gap-x-2 group-data-[layout=medium]/list:flex-col group-data-[layout=narrow]/list:flex-col">
        <span className={`truncate ${where ? '' : 'text-muted'}`}>{where ?? t.places.none}</span>
        {hasVolumes && (
          <span className="shrink-0 text-muted">
            <span aria-hidden="true">{t.places.volumes(volume(wanted), volume(available))}</span>
            <span className="sr-only">{t.places.volumesSpoken(volume(wanted), volume(available))}</span>
          </span>
        )}
      </span>
      {wanted !== undefined && available !== undefined && <VolumeBar wanted={wanted} available={available} />}
      {shortfall > 0 && (
        <span className="block truncate text-failed text-xs">{t.places.shortfall(shortfall)}</span>
      )}
    </Cell>
  )
}

/** The total over quantity × unit price; what was not given is left out. */
export function CostCell({ rental: { cost, flags } }: { rental: Rental }) {
  const { t, f } = useText()
  if (cost === undefined) return <Cell className="[grid-area:cost] text-right text-muted">{t.notGiven}</Cell>
  const quantity = cost.quantity === undefined ? undefined : f.number(cost.quantity)
  const unit = cost.unitPrice === undefined ? undefined : f.unitPrice(cost.unitPrice)
  return (
    <Cell className="[grid-area:cost] text-right">
      <span className="flex items-center justify-end gap-1.5 whitespace-nowrap font-semibold">
        <FlagMark flags={flags.filter(flag => flag === 'cost-disagrees')} />
        {cost.total === undefined ? t.notGiven : f.euros(cost.total)}
      </span>
      <span className="block whitespace-nowrap text-muted group-data-[layout=medium]/list:text-xs">
        {quantity !== undefined && unit !== undefined ? t.cost.product(quantity, unit) : (quantity ?? unit)}
      </span>
    </Cell>
  )
}

/** Since when the state holds, over the numbers in the file or the age of what is stale. */
export function SinceCell({ token, summary, rental }: SinceCellProps) {
  const text = useText()
  const { poller, queryClient } = useBoard()
  const since = useNow(now => {
    if (summary.since !== undefined) return sinceWords(summary.state, summary.since, now, text)
    const triedAt = poller.checks.get(token)?.lastTriedAt
    return triedAt === undefined ? '' : agoWords(triedAt, now, text)
  })
  const age = useNow(now => {
    const at = summary.stale ? queryClient.getQueryData<RentalReply>([...rentalsKey, token])?.at : undefined
    return at === undefined ? '' : text.f.duration(now - at)
  })
  return (
    <Cell className="text-right text-muted [grid-area:since]">
      <span className="block truncate">{since}</span>
      {summary.stale ? (
        <span className="block truncate text-failed text-xs" title={text.t.row.staleLong(age)}>
          {text.t.row.stale(age)}
        </span>
      ) : (
        rental?.phoneNumbers !== undefined && (
          <span className="block truncate text-xs">{text.t.file.numbers(rental.phoneNumbers)}</span>
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

/** What stands in place of data that never came: why, in words, or the shape of what is awaited. */
export function AbsenceCell({ summary }: { summary: Summary }) {
  const text = useText()
  return (
    <Cell className="[grid-area:targeting] group-data-[layout=medium]/list:[grid-column-end:places-end] group-data-[layout=wide]/list:[grid-column-end:cost-end]">
      {summary.error && summary.state !== 'pending' ? (
        <span className="line-clamp-2 text-muted">{errorWords(summary.error, text)}</span>
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
