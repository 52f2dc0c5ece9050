import { useMemo, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/shallow'
import { useBoard } from '../../board/board-context.ts'
import { useFilesOffered } from '../../board/use-files-offered.ts'
import { createDownloadAttempts } from './download-attempts.ts'

/** Those of the rentals whose file can be fetched from here now: ready, let through, and not fetched just before. */
export function useOfferedFiles(tokens: readonly string[]): readonly string[] {
  const { model, files, now } = useBoard()
  const ready = useStore(
    model.state,
    useShallow(({ summaries }) => tokens.filter(token => summaries.get(token)?.state === 'ready')),
  )
  const isOffered = useFilesOffered(ready.length > 0)
  const markers = useMemo(() => createDownloadAttempts(files?.storage, now), [files, now])
  const fetched = useSyncExternalStore(markers.subscribe, () =>
    ready.filter(token => markers.get(token)?.state === 'done').join(' '),
  )
  return useMemo(() => {
    const done = new Set(fetched.split(' '))
    return isOffered ? ready.filter(token => !done.has(token)) : []
  }, [isOffered, ready, fetched])
}
