import { useBoard } from '../../board/board-context.ts'
import { detailAddress } from '../../board/routes.ts'
import { useFilesOffered } from '../../board/use-files-offered.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { type RentalState, states } from '../../rentals/status.ts'
import type { Summary } from '../../rentals/summary.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'

const DownloadButton = lazyPart(() => import('../download/download-buttons.tsx'), 'DownloadButton')

type RowActionName = 'download' | 'resolve' | 'check'

const byState: Partial<Record<RentalState, RowActionName>> = {
  ready: 'download',
  failed: 'resolve',
  unknown: 'resolve',
  'not-found': 'resolve',
  error: 'check',
}

/** What a row offers to press; a rental that is late, or should be fresh and is not, can be checked at once. */
export function rowActionOf({ state, stale, usualMs }: Pick<Summary, 'state' | 'stale' | 'usualMs'>) {
  const isActive = states[state].checkMs !== undefined
  return byState[state] ?? ((stale && isActive) || usualMs !== undefined ? 'check' : undefined)
}

/** Above the link that covers the row; the keyboard gets here by an arrow key. */
export function RowAction({ token, summary }: { token: string; summary: Summary }) {
  const { t } = useI18n()
  const { poller, toasts } = useBoard()

  function check() {
    poller.refresh(token)
    toasts.getState().show({ text: t.tools.checking(1) })
  }

  function open() {
    location.hash = detailAddress(token)
  }

  const action = rowActionOf(summary)
  const isElsewhere = useFilesOffered(action === 'download') === false
  if (action === undefined) return null
  if (action === 'check') return <RowButton words={t.row.check} onClick={check} />
  if (action === 'resolve') return <RowButton words={t.row.whatToDo} onClick={open} />
  if (isElsewhere) return <RowButton words={t.row.fetchElsewhere} onClick={open} />
  return <DownloadButton token={token} isInRow />
}

function RowButton({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <button type="button" tabIndex={-1} className="button" onClick={onClick}>
      {words}
    </button>
  )
}
