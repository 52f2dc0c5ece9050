import { Download } from 'lucide'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { createDownloadAttempts } from './download-attempts.ts'
import { downloadWords } from './words.ts'

type DownloadButtonProps = {
  token: string
  /** In a row it is short, and no tab stop. */
  isInRow?: boolean
}

export function DownloadButton({ token, isInRow = false }: DownloadButtonProps) {
  const w = useWords(downloadWords)
  const { dialogs } = useBoard()
  if (!useFileOffered(token)) return null
  return (
    <button
      type="button"
      tabIndex={isInRow ? -1 : undefined}
      className="button button-ready"
      onClick={() => dialogs.askForFile(token)}
    >
      {!isInRow && <Icon of={Download} className="size-4" />}
      <span>{isInRow ? w.start : w.action}</span>
    </button>
  )
}

/** The server is asked whether it allows files once the rental is ready. */
function useFileOffered(token: string): boolean {
  const { model, files, now } = useBoard()
  const isReady = useStore(model.state, ({ summaries }) => summaries.get(token)?.state === 'ready')
  const [isAllowed, setIsAllowed] = useState(false)
  const markers = useMemo(() => createDownloadAttempts(files?.storage, now), [files, now])
  const isDone = useSyncExternalStore(markers.subscribe, () => markers.get(token)?.state === 'done')
  useEffect(() => {
    if (!isReady || files === undefined) return
    let isWanted = true
    files.offered().then(isOffered => isWanted && setIsAllowed(isOffered))
    return () => {
      isWanted = false
    }
  }, [isReady, files])
  return isReady && isAllowed && !isDone
}
