import { TriangleAlert } from 'lucide'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import type { FileAccess } from '../../board/file-access.ts'
import { detailAddress } from '../../board/routes.ts'
import { useRentalName } from '../../board/use-rental.ts'
import { useWords } from '../../i18n/i18n.ts'
import { DOWNLOAD_PREFIX, entryTokens } from '../../storage.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/modal.tsx'
import { createDownloadAttempts } from './download-attempts.ts'
import { isFetchedElsewhere } from './download-lock.ts'
import { ConfirmStep, ProgressStep, ReceivedStep, ResultStep } from './download-steps.tsx'
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

/** Names the downloads that a reload or a crash cut off, and refreshes the status of their rentals. */
function InterruptedBanner({ files }: { files: FileAccess }) {
  const w = useWords(downloadWords)
  const { tracked, poller, now, dialogs } = useBoard()
  // Whoever asks for one of these files again may have it now.
  useStore(dialogs.state, state => state.files)
  const nameOf = useRentalName()
  const [found, setFound] = useState<readonly string[]>([])
  const markers = createDownloadAttempts(files.storage, now)
  const tokens = found.filter(token => markers.get(token)?.state === 'running')

  useEffect(() => {
    let isWanted = true
    findInterrupted(files, now).then(found => {
      const stillTracked = found.filter(token => tracked.state.getState().rentals.has(token))
      if (!isWanted || stillTracked.length === 0) return
      setFound(stillTracked)
      poller.refresh(...stillTracked)
    })
    return () => {
      isWanted = false
    }
  }, [files, now, tracked, poller])

  /** Whoever asks for one of these files again is still warned. */
  function dismiss() {
    for (const token of tokens) markers.put(token, 'unsure')
    setFound([])
  }

  const [first] = tokens
  if (first === undefined) return null
  return (
    <Banner
      tone="notice"
      icon={TriangleAlert}
      title={w.interrupted.title}
      text={w.interrupted.text(tokens.map(token => w.quoted(nameOf(token))).join(', '))}
    >
      <a className="button" href={detailAddress(first)}>
        {w.interrupted.see}
      </a>
      <Button words={w.interrupted.dismiss} onClick={dismiss} />
    </Banner>
  )
}

async function findInterrupted(
  { storage, locks }: FileAccess,
  now: () => number,
): Promise<readonly string[]> {
  const markers = createDownloadAttempts(storage, now)
  const running = entryTokens(DOWNLOAD_PREFIX, storage).filter(
    token => markers.get(token)?.state === 'running',
  )
  const elsewhere = await Promise.all(running.map(token => isFetchedElsewhere(token, locks)))
  return running.filter((_, index) => !elsewhere[index])
}
