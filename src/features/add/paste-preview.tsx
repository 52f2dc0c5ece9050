import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useBoard, useTracked } from '../../board/board-context.ts'
import { shareAddress } from '../../board/routes.ts'
import { useTeam } from '../../board/team-store.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { diffImport } from '../../rentals/diff-import.ts'
import type { ImportPreview } from '../../rentals/import-preview.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { PreviewLists } from './preview-lists.tsx'
import { addWords } from './words.ts'

type PastePreviewProps = {
  incoming: ImportPreview
  /** The label of the confirm button; undefined when there is nothing to do. */
  confirmWords: (added: number, changed: number) => string | undefined
  takesFocus?: boolean
  onTake: (withChanges: boolean) => void
  onCancel: () => void
  children?: ReactNode
}

export function PastePreview(props: PastePreviewProps) {
  const { incoming, confirmWords, takesFocus = false, onTake, onCancel, children } = props
  const { t, w } = useI18n(addWords)
  const later = useWords(laterWords)
  const { view } = useBoard()
  const rentals = useTracked(state => state.rentals)
  const { changes, leftOut } = useMemo(
    () => diffImport(incoming.present, rentals),
    [incoming.present, rentals],
  )
  const tagsLeftOut = [...incoming.added, ...incoming.present].reduce(
    (sum, { tagsLeftOut = 0 }) => sum + tagsLeftOut,
    leftOut,
  )
  const added = incoming.added.length
  const [choice, setChoice] = useState<boolean>()
  // Where there is nothing new, the names can only be what the user came for.
  const withChanges = choice ?? added === 0
  const team = useTeam()
  const [isOnlyHere, setIsOnlyHere] = useState(false)
  const buttons = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) buttons.current?.querySelector('button')?.focus()
  }, [takesFocus])

  const { share, query } = incoming
  useEffect(() => {
    if (share !== undefined) location.hash = new URL(shareAddress(share.replace(/\s+/g, '%0A'))).hash
  }, [share])

  function take() {
    team?.keep(
      incoming.added.map(({ token }) => token),
      isOnlyHere,
    )
    onTake(withChanges)
  }

  const words = confirmWords(added, withChanges ? changes.length : 0)
  return (
    <section aria-label={w.preview}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <div ref={buttons} className="flex flex-wrap gap-2">
          {words !== undefined && <Button className="button-main" words={words} onClick={take} />}
          {query !== undefined && rentals.size > 0 && (
            <Button
              words={w.searchInstead(query)}
              onClick={() => {
                view.search(query)
                onCancel()
              }}
            />
          )}
          <Button words={t.cancel} onClick={onCancel} />
        </div>
        {changes.length > 0 && (
          <Checkbox label={w.takeChanges(changes.length)} checked={withChanges} onChange={setChoice} />
        )}
        {team && added > 0 && <Checkbox label={w.onlyHere} checked={isOnlyHere} onChange={setIsOnlyHere} />}
        {children}
      </div>
      {tagsLeftOut > 0 && <p className="pt-2 text-muted text-sm">{later.tagsLeftOut(tagsLeftOut)}</p>}
      <PreviewLists incoming={incoming} changes={changes} />
    </section>
  )
}
