import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { createDownloadAttempts } from '../../download/download-attempts.ts'
import { useBoard } from '../board-context.ts'

/**
 * Whether the rental's file can be fetched: it is ready, the server lets files through, and it has not just been
 * fetched here. The server is asked once a rental is ready.
 */
export function useFileOffered(token: string): boolean {
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
