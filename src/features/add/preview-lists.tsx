import { type ReactNode, useId } from 'react'
import { useTracked } from '../../board/board-context.ts'
import { shortToken } from '../../format/rental-name.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import type { ImportDifference } from '../../rentals/diff-import.ts'
import type { ImportPreview } from '../../rentals/import-preview.ts'
import type { NewRental } from '../../rentals/tracked-store.ts'
import { MAX_LISTED, PasteNotes, RefusedLine } from './paste-notes.tsx'
import { addWords } from './words.ts'

export function PreviewLists({
  incoming,
  changes,
}: {
  incoming: ImportPreview
  changes: readonly ImportDifference[]
}) {
  const w = useWords(addWords)
  const rentals = useTracked(state => state.rentals)
  const { added, present, refused, isUnusual } = incoming
  const changed = new Map(changes.map(change => [change.to.token, change]))
  return (
    <div className="mt-5 grid gap-5">
      <List title={w.lists.added} items={added}>
        {rental => <RentalLine key={rental.token} {...rental} isUnusual={isUnusual} />}
      </List>
      <List title={w.lists.present} items={present}>
        {({ token }) => {
          const change = changed.get(token)
          return change ? (
            <ChangeLine key={token} {...change} />
          ) : (
            <RentalLine key={token} token={token} name={rentals.get(token)?.name} />
          )
        }}
      </List>
      <List title={w.lists.refused} items={refused}>
        {({ text, why }) => <RefusedLine key={text} text={text} why={why} />}
      </List>
      <PasteNotes incoming={incoming} />
    </div>
  )
}

type ListProps<Item> = { title: string; items: readonly Item[]; children: (item: Item) => ReactNode }

function List<Item>({ title, items, children }: ListProps<Item>) {
  const { t, f, w } = useI18n(addWords)
  const id = useId()
  if (items.length === 0) return null
  return (
    <div>
      <h3 id={id} className="font-semibold text-muted text-sm">
        {t.list.group(title, f.number(items.length))}
      </h3>
      <ul
        aria-labelledby={id}
        className="mt-1.5 grid grid-cols-[repeat(auto-fill,minmax(min(21rem,100%),1fr))] gap-x-8 *:min-h-7"
      >
        {items.slice(0, MAX_LISTED).map(children)}
      </ul>
      {items.length > MAX_LISTED && <p className="mt-1 text-muted">{w.more(items.length - MAX_LISTED)}</p>}
    </div>
  )
}

function RentalLine({
  token,
  name,
  tags = [],
  isUnusual = false,
}: NewRental & { isUnusual?: boolean | undefined }) {
  const w = useWords(addWords)
  return (
    <li className="flex min-w-0 flex-wrap items-center gap-x-2 max-sm:py-1">
      {name && <span className="font-medium max-sm:basis-full">{name}</span>}
      <span className={`shrink-0 font-mono text-sm ${name ? 'text-muted' : ''}`}>{shortToken(token)}</span>
      {tags.length > 0 && <span className="text-muted text-xs">{tags.join(', ')}</span>}
      {isUnusual && (
        <span className="mb-1 basis-full text-muted text-xs">{w.unusual([...token].length)}</span>
      )}
    </li>
  )
}

function ChangeLine({ from, to }: ImportDifference) {
  const w = useWords(addWords)
  const gained = to.tags.slice(from.tags.length)
  return (
    <li className="flex min-w-0 items-center gap-2">
      {from.name !== to.name && (
        <>
          <span className={`text-muted ${from.name ? '' : 'font-mono text-sm'}`}>
            {from.name ?? shortToken(from.token)}
          </span>
          <span aria-hidden="true">→</span>
          <span className="sr-only">{w.becomes}</span>
        </>
      )}
      <span className="font-medium">{to.name ?? shortToken(to.token)}</span>
      {gained.length > 0 && <span className="text-muted text-xs">{w.gained(gained.join(', '))}</span>}
    </li>
  )
}
