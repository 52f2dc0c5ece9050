import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import type { FileAccess } from '../../board/file-access.ts'
import { detailAddress } from '../../board/routes.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Modal } from '../../ui/modal.tsx'
import { ConfirmStep, ProgressStep, ReceivedStep, ResultStep } from './download-steps.tsx'
import { InterruptedBanner } from './interrupted-banner.tsx'
import { QueueDialog } from './queue-dialog.tsx'
import { isAtRisk, useDownload } from './use-download.ts'
import { useFocusOnChange } from './use-focus-on-change.ts'
import { downloadWords } from './words.ts'

export function DownloadLayer() {
  const { files, dialogs } = useBoard()
  const asked = useStore(dialogs.state, state => state.files)
  if (files === undefined) return null
  return (
    <>
      <InterruptedBanner files={files} />
      {asked && 'token' in asked && (
        <DownloadDialog key={asked.token} {...asked} files={files} onClose={dialogs.close} />
      )}
      {asked && 'tokens' in asked && (
        <QueueDialog tokens={asked.tokens} files={files} onClose={dialogs.close} />
      )}
    </>
  )
}

type DownloadDialogProps = {
  token: string
  next: string | undefined
  files: FileAccess
  onClose: () => void
}

function DownloadDialog({ token, next, files, onClose }: DownloadDialogProps) {
  const w = useWords(downloadWords)
  const { download, state, nameOf } = useDownload(token, files)
  const part = useFocusOnChange(state.phase)

  function goOn() {
    onClose()
    if (next !== undefined) location.replace(detailAddress(next))
  }

  return (
    <Modal title={w.action} onClose={onClose} locked={isAtRisk(state)}>
      <div ref={part} tabIndex={-1} className="outline-none">
        {state.phase === 'asking' && (
          <ConfirmStep token={token} earlier={state.earlier} onStart={download.start} onClose={onClose} />
        )}
        {state.phase === 'receiving' && <ProgressStep {...state} onCancel={download.cancel} />}
        {state.phase === 'received' && (
          <ReceivedStep
            token={token}
            facts={state.facts}
            saved={state.saved}
            nameOf={nameOf}
            onSave={download.save}
            onNext={next === undefined ? undefined : goOn}
            onClose={onClose}
          />
        )}
        {(state.phase === 'busy' || state.phase === 'cancelled' || state.phase === 'failed') && (
          <ResultStep token={token} end={state} onClose={onClose} />
        )}
      </div>
    </Modal>
  )
}
