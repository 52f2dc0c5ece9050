import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { readShare } from '../../domain/share-link.ts'
import { useText } from '../../i18n/text.ts'
import { partRentals } from '../../tokens/incoming.ts'
import type { NewRental } from '../../tokens/tracked-store.ts'
import { leaveShared } from '../address.ts'
import { useBoard } from '../board-context.ts'
import { followWords, incomingWords } from '../words/incoming-words.ts'
import { PastePreview } from './paste-preview.tsx'
import { takeIn } from './take-in.ts'

/** The rentals that a link carries, before any of them is followed. */
export function SharedImport({ part }: { part: string }) {
  const { t } = useText()
  const board = useBoard()
  const followed = useStore(board.tracked.state, state => state.rentals)
  const [rentals, setRentals] = useState<readonly NewRental[] | 'broken'>()
  useEffect(() => {
    let isCurrent = true
    void readShare(part).then(read => isCurrent && setRentals(read ?? 'broken'))
    return () => {
      isCurrent = false
    }
  }, [part])

  if (rentals === undefined) return null
  const isBroken = rentals === 'broken'
  const incoming = partRentals(isBroken ? [] : rentals, token => followed.has(token))
  const isEmpty = !isBroken && rentals.length === 0

  function take(withChanges: boolean) {
    const changed = takeIn(board, incoming, withChanges)
    const { length } = incoming.added
    board.toasts.getState().show({ text: length > 0 ? t.add.added(length) : t.exchange.updated(changed) })
    leaveShared()
  }

  return (
    <section
      aria-labelledby="shared"
      className="rounded-xl border border-line bg-surface p-4 sm:p-5 print:hidden"
    >
      <h2 id="shared" className="font-semibold text-lg tracking-tight">
        {t.exchange.sharedTitle}
      </h2>
      <p role="status" className="mt-1 mb-4">
        {isBroken && t.exchange.sharedBroken}
        {isEmpty && t.exchange.sharedEmpty}
        {incomingWords(incoming, t)}
      </p>
      {isBroken || isEmpty ? (
        <button type="button" className="button" onClick={leaveShared}>
          {t.exchange.sharedLeave}
        </button>
      ) : (
        <PastePreview
          incoming={incoming}
          confirmWords={followWords(t)}
          onTake={take}
          onCancel={leaveShared}
        />
      )}
    </section>
  )
}
