import { useEffect, useSyncExternalStore } from 'react'
import { useBoard } from './board-context.ts'

/**
 * Whether the server lets files through; undefined until it has said.
 * @param isWanted the server is asked once something depends on it
 */
export function useFilesOffered(isWanted = true): boolean | undefined {
  const { files } = useBoard()
  useEffect(() => {
    if (isWanted) void files?.offer.ask()
  }, [isWanted, files])
  return useSyncExternalStore(files?.offer.state.subscribe ?? subscribeToNothing, () =>
    files === undefined ? false : files.offer.state.getState().isOffered,
  )
}

function subscribeToNothing() {
  return () => undefined
}
