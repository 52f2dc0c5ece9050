import { useBoard } from '../../board/board-context.ts'
import { detailAddress } from '../../board/routes.ts'
import { useFilesOffered } from '../../board/use-files-offered.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { type RentalState, states } from '../../rentals/status.ts'
import type { Summary } from '../../rentals/summary.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'

const DownloadButton = lazyPart(() => import('../download/download-button.tsx'), 'DownloadButton')

type RowActionName = 'download' | 'resolve' | 'check'

const byState: Partial<Record<RentalState, RowActionName>> = {
  ready: 'download',
  failed: 'resolve',
  unknown: 'resolve',
  'not-found': 'resolve',
  error: 'check',
}

/** What a row offers to press; a rental that should be fresh and is not can be checked at once. */
export function rowActionOf({ state, stale }: Pick<Summary, 'state' | 'stale'>): RowActionName | undefined {
  const isActive = states[state].checkMs !== undefined
  return byState[state] ?? (stale && isActive ? 'check' : undefined)
}

/** Above the link that covers the row; the keyboard gets here by an arrow key. */
export function RowAction({ token, summary }: { token: string; summary: Summary }) {
  const { t } = useI18n()
  const { poller, toasts } = useBoard()

  function check() {
    poller.refresh(token)
    toasts.getState().show({ text: t.tools.checking(1) })
  }

  const action = rowActionOf(summary)
  if (action === 'download') return <FetchButton token={token} />
  if (action === 'check') return <RowButton words={t.row.check} onClick={check} />
  if (action !== 'resolve') return null
  return <OpenButton words={t.row.whatToDo} token={token} />
}

/** Where the server lets no files through, the detail says where they are. */
function FetchButton({ token }: { token: string }) {
  const { t } = useI18n()
  return useFilesOffered() === false ? (
    <OpenButton words={t.row.collect} token={token} />
  ) : (
    <DownloadButton token={token} isInRow />
  )
}

function OpenButton({ words, token }: { words: string; token: string }) {
  return (
    <RowButton
      words={words}
      onClick={() => {
        location.hash = detailAddress(token)
      }}
    />
  )
}

function RowButton({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <button type="button" tabIndex={-1} className="button" onClick={onClick}>
      {words}
    </button>
  )
}
