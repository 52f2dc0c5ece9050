import type { ReactNode } from 'react'
import { shortToken } from '../../format/rental-name.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { firstCharacters } from '../../lib/first-characters.ts'
import type { ImportPreview, Refusal } from '../../rentals/import-preview.ts'
import { MAX_NAME_CHARS } from '../../rentals/tracked-rental.ts'
import { addWords } from './words.ts'

/** What a paste leaves out or changes, each a list to be opened. */
export function PasteNotes({ incoming }: { incoming: ImportPreview }) {
  const { f, w } = useI18n(addWords)
  const { added, present, otherNames = [], cutNames = [], ignored } = incoming
  const names = new Map([...added, ...present].map(({ token, name }) => [token, name]))
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-1 pt-2 text-muted text-sm empty:hidden">
      <Note words={w.otherNames(otherNames.length)} items={otherNames}>
        {({ token, name }, key) => (
          <li key={key}>{w.otherName(names.get(token) ?? shortToken(token), name)}</li>
        )}
      </Note>
      <Note words={w.cutNames(cutNames.length, f.number(MAX_NAME_CHARS))} items={cutNames}>
        {({ name }, key) => (
          <li key={key} className="break-words">
            {name}
          </li>
        )}
      </Note>
      <Note words={w.ignored(ignored.length)} items={ignored} isFlowing>
        {(word, key) => (
          <li key={key} className="break-all rounded-sm bg-sunken px-1.5">
            {word}
          </li>
        )}
      </Note>
    </div>
  )
}

/** How many are listed: nobody reads more, and the page stays quick. */
export const MAX_LISTED = 100

type NoteProps<Item> = {
  words: string
  items: readonly Item[]
  /** Beside each other, as words are. */
  isFlowing?: boolean
  /** `key` is the item's place in the list, which never changes. */
  children: (item: Item, key: number) => ReactNode
}

export function Note<Item>({ words, items, isFlowing = false, children }: NoteProps<Item>) {
  const w = useWords(addWords)
  if (items.length === 0) return null
  return (
    <details className="min-w-0 max-w-full open:basis-full">
      <summary className="w-fit cursor-pointer">{words}</summary>
      <ul className={`mt-1 max-h-40 overflow-y-auto ${isFlowing ? 'flex flex-wrap gap-1' : 'space-y-0.5'}`}>
        {items.slice(0, MAX_LISTED).map(children)}
        {items.length > MAX_LISTED && <li>{w.more(items.length - MAX_LISTED)}</li>}
      </ul>
    </details>
  )
}

/** Longer words are cut: the beginning is enough to find them again. */
const MAX_SHOWN_CHARS = 40

export function RefusedLine({ text, why }: { text: string; why: Refusal }) {
  const w = useWords(addWords)
  const start = firstCharacters(text, MAX_SHOWN_CHARS)
  const cut = start === text ? text : `${start}…`
  return <li className="text-failed">{w.refusal(cut, w.why[why])}</li>
}
