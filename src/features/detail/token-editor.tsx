import { isToken } from '../../api/token.ts'
import { useBoard } from '../../board/board-context.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import type { TrackedRental } from '../../rentals/tracked-rental.ts'
import { showDetail } from './detail-nav.tsx'
import { NameField } from './name-editors.tsx'
import { detailWords } from './words.ts'

/** Puts another token in the place of one that was mistyped; name, tags and place in the list stay. */
export function TokenEditor({ token, onLeave }: { token: string; onLeave: () => void }) {
  const { t } = useI18n()
  const w = useWords(detailWords)
  const { tracked, toasts } = useBoard()

  function faultOf(corrected: string): string | undefined {
    if (corrected === token) return undefined
    if (!isToken(corrected)) return w.correction.unusable
    return tracked.state.getState().rentals.has(corrected) ? w.correction.present : undefined
  }

  function save(corrected = token) {
    const rental = tracked.state.getState().rentals.get(token)
    if (corrected === token || rental === undefined) return
    replace(token, { ...rental, token: corrected })
    toasts.getState().show({
      text: w.correction.done,
      action: { label: t.undo, run: () => replace(corrected, rental) },
    })
  }

  function replace(old: string, rental: TrackedRental) {
    tracked.restore([rental])
    showDetail(rental.token)
    tracked.remove([old])
  }

  return (
    <div className="mt-3">
      <NameField name={token} label={w.token} isToken faultOf={faultOf} onSave={save} onLeave={onLeave} />
    </div>
  )
}
