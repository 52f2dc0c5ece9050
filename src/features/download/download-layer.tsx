import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import type { FileAccess } from '../../board/file-access.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Modal } from '../../ui/modal.tsx'
import { ConfirmStep, ProgressStep, ReceivedStep, ResultStep } from './download-steps.tsx'
import { InterruptedBanner } from './interrupted-banner.tsx'
import { isAtRisk, useDownload } from './use-download.ts'
import { downloadWords } from './words.ts'

export function DownloadLayer() {
  const { files, dialogs } = useBoard()
  const token = useStore(dialogs.state, state => state.fileOf)
  if (files === undefined) return null
  return (
    <>
      <InterruptedBanner files={files} />
      {token !== undefined && (
        <DownloadDialog key={token} token={token} files={files} onClose={dialogs.close} />
      )}
    </>
  )
}

type DownloadDialogProps = { token: string; files: FileAccess; onClose: () => void }

function DownloadDialog({ token, files, onClose }: DownloadDialogProps) {
  const w = useWords(downloadWords)
  const { download, state, nameOf } = useDownload(token, files)
  const part = useFocusOnChange(state.phase)
  return (
    <Modal title={w.title} onClose={onClose} locked={isAtRisk(state)}>
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

/** The buttons of the step before are gone: the focus moves to the new step, which is then read out. */
function useFocusOnChange(phase: string) {
  const part = useRef<HTMLDivElement>(null)
  const shown = useRef(phase)
  useEffect(() => {
    if (shown.current !== phase) part.current?.focus()
    shown.current = phase
  }, [phase])
  return part
}
