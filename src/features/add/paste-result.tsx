import { Fragment } from 'react'
import { detailAddress } from '../../board/routes.ts'
import { useRentalName } from '../../board/use-rental.ts'
import { useWords } from '../../i18n/i18n.ts'
import type { ImportPreview } from '../../rentals/import-preview.ts'
import { Note, PasteNotes, RefusedLine } from './paste-notes.tsx'
import { addWords } from './words.ts'

/** What came of a paste; `nothing`: the field was empty, `unrecognised`: no token is in it. */
export type PasteResult = Taken | 'nothing' | 'unrecognised'

/** `changed`: how many of the rentals already tracked took a new name over. */
type Taken = ImportPreview & { readonly changed: number }

const MAX_NAMED_RENTALS = 5

/** In one sentence; where one rental was there already, it leads to it. */
export function PasteResultLine({ outcome }: { outcome: PasteResult }) {
  const w = useWords(addWords)
  if (outcome === 'nothing') return <p className="pt-2 text-muted">{w.nothing}</p>
  if (outcome === 'unrecognised') return <p className="pt-2 text-muted">{w.unrecognised}</p>
  const { added, present, refused, changed } = outcome
  const known = present.length - changed
  const [only] = present
  const parts = [
    added.length > 0 && { words: w.added(added.length) },
    changed > 0 && { words: w.updated(changed) },
    known > 0 && { words: w.present(known), token: present.length === 1 ? only?.token : undefined },
    refused.length > 0 && { words: w.refused(refused.length) },
  ].filter(part => part !== false)
  return (
    <div className="pt-2">
      <p className="font-medium">
        {parts.map(({ words, token }, index) => (
          <Fragment key={words}>
            {index > 0 && <span>, </span>}
            {token === undefined ? <span>{words}</span> : <DetailLink token={token} words={words} />}
          </Fragment>
        ))}
      </p>
      {refused.length > 0 && (
        <ul>
          {refused.slice(0, MAX_NAMED_RENTALS).map(({ text, why }) => (
            <RefusedLine key={text} text={text} why={why} />
          ))}
        </ul>
      )}
    </div>
  )
}

function DetailLink({ token, words }: { token: string; words: string }) {
  return (
    <a href={detailAddress(token)} className="underline underline-offset-2">
      {words}
    </a>
  )
}

/** What else the paste did, to be opened. */
export function PasteResultNotes({ outcome }: { outcome: PasteResult }) {
  const w = useWords(addWords)
  const nameOf = useRentalName()
  if (typeof outcome === 'string') return null
  const { present } = outcome
  return (
    <>
      <PasteNotes incoming={outcome} />
      {present.length > 1 && (
        <div className="pt-2 text-muted text-sm">
          <Note words={w.present(present.length)} items={present}>
            {({ token }) => (
              <li key={token}>
                <DetailLink token={token} words={nameOf(token)} />
              </li>
            )}
          </Note>
        </div>
      )}
    </>
  )
}
