import { type FormEvent, useId, useState } from 'react'
import { isToken } from '../../api/token.ts'
import { useBoard } from '../../board/board-context.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { leaveOnEscape, selectAtOnce } from './name-editors.tsx'
import { showDetail } from './show-detail.ts'
import { detailWords } from './words.ts'

/** Puts another token in the place of one that was mistyped; name, tags and place in the list stay. */
export function TokenEditor({ token, onLeave }: { token: string; onLeave: () => void }) {
  const { t } = useI18n()
  const w = useWords(detailWords)
  const { tracked, toasts } = useBoard()
  const id = useId()
  const [draft, setDraft] = useState(token)
  const [fault, setFault] = useState<string>()

  function save(event: FormEvent) {
    event.preventDefault()
    const corrected = draft.trim()
    const { rentals } = tracked.state.getState()
    const rental = rentals.get(token)
    if (corrected === token || rental === undefined) return onLeave()
    if (!isToken(corrected)) return setFault(w.correction.unusable)
    if (rentals.has(corrected)) return setFault(w.correction.present)
    replace(token, { ...rental, token: corrected })
    toasts.getState().show({
      text: w.correction.done,
      action: { label: t.undo, run: () => replace(corrected, rental) },
    })
  }

  function replace(old: string, rental: Parameters<typeof tracked.restore>[0][number]) {
    tracked.restore([rental])
    showDetail(rental.token)
    tracked.remove([old])
  }

  return (
    <form onSubmit={save} className="mt-3 flex flex-wrap gap-2">
      <input
        aria-label={w.token}
        aria-describedby={fault === undefined ? undefined : id}
        aria-invalid={fault !== undefined}
        value={draft}
        spellCheck={false}
        autoComplete="off"
        onChange={event => setDraft(event.target.value)}
        onKeyDown={leaveOnEscape(onLeave)}
        ref={selectAtOnce}
        className="field min-w-48 flex-1 py-1.5 font-mono text-sm"
      />
      <Button className="button-main" words={t.save} type="submit" />
      <Button words={t.cancel} onClick={onLeave} />
      {fault !== undefined && (
        <p id={id} role="alert" className="w-full text-failed text-sm">
          {fault}
        </p>
      )}
    </form>
  )
}
