import { useEffect } from 'react'
import { createStore, useStore } from 'zustand'
import { useBoard } from './board-context.ts'

const nowhere = createStore<{ isOffered: boolean | undefined }>(() => ({ isOffered: false }))

/**
 * Whether the server lets files through; undefined until it has said.
 * @param isWanted the server is asked once something depends on it
 */
export function useFilesOffered(isWanted = true): boolean | undefined {
  const { files } = useBoard()
  useEffect(() => {
    if (isWanted) void files?.offer.ask()
  }, [isWanted, files])
  return useStore(files?.offer.state ?? nowhere, state => state.isOffered)
}
