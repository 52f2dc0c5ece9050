import { useEffect, useState } from 'react'
import { useBoard, usePreferences, useTracked } from '../../board/board-context.ts'
import { leaveShared } from '../../board/routes.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { classifyRentals } from '../../rentals/outside-rental.ts'
import { parseShare, type SharedList } from '../../rentals/share-link.ts'
import { Button } from '../../ui/button.tsx'
import { formatImport, formatTrack } from './format-import.ts'
import { importRentals } from './import-rentals.ts'
import { PastePreview } from './paste-preview.tsx'
import { addWords } from './words.ts'

export function SharedImport({ part }: { part: string }) {
  const i18n = useI18n()
  const w = useWords(addWords)
  const board = useBoard()
  const tracked = useTracked(state => state.rentals)
  const named = usePreferences(state => state.interests)
  const [shared, setShared] = useState<SharedList | 'broken'>()
  useEffect(() => {
    let isCurrent = true
    void parseShare(part).then(read => isCurrent && setShared(read ?? 'broken'))
    return () => {
      isCurrent = false
    }
  }, [part])

  if (shared === undefined) return null
  const isBroken = shared === 'broken'
  const { rentals, interests, isTooMuch = false } = isBroken ? { rentals: [], interests: {} } : shared
  const incoming = classifyRentals(rentals, token => tracked.has(token))
  const isEmpty = !isBroken && !isTooMuch && rentals.length === 0
  // What the user named stays as the user named it.
  const names = Object.entries(interests).filter(([code]) => !Object.hasOwn(named, code))

  function take(withChanges: boolean) {
    const changed = importRentals(board, incoming, withChanges, i18n)
    board.preferences.set({ interests: { ...named, ...Object.fromEntries(names) } })
    if (incoming.added.length + changed === 0)
      board.toasts.getState().show({ text: w.interestsTaken(names.length) })
    leaveShared()
  }

  function confirmWords(added: number, changed: number): string | undefined {
    const takeNames = names.length > 0 ? w.takeInterests(names.length) : undefined
    return formatTrack(added, changed, i18n.language) ?? takeNames
  }

  return (
    <section
      aria-labelledby="shared"
      className="rounded-xl border border-line bg-surface p-4 sm:p-5 print:hidden"
    >
      <h2 id="shared" className="font-semibold text-lg tracking-tight">
        {w.sharedTitle}
      </h2>
      <p role="status" className="mt-1 mb-4">
        {isBroken && w.sharedBroken}
        {isTooMuch && w.sharedTooMuch}
        {isEmpty && w.sharedEmpty}
        {[formatImport(incoming, i18n.language), names.length > 0 && w.interests(names.length)]
          .filter(Boolean)
          .join(', ')}
      </p>
      {isBroken || isTooMuch || isEmpty ? (
        <Button words={w.sharedLeave} onClick={leaveShared} />
      ) : (
        <PastePreview incoming={incoming} confirmWords={confirmWords} onTake={take} onCancel={leaveShared} />
      )}
    </section>
  )
}
