import { useEffect, useEffectEvent } from 'react'
import { useBoard } from '../../board/board-context.ts'
import type { StatusChange } from '../../rentals/status-changes.ts'

/** Changes of one moment are announced together. */
const GATHER_MS = 1_000

/** Calls `tell` with the latest change of each rental, whether or not the page is visible. */
export function useGatheredChanges(tell: (changes: readonly StatusChange[]) => void): void {
  const { changes } = useBoard()
  const onGathered = useEffectEvent(tell)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const gathered = new Map<string, StatusChange>()
    const forget = changes.subscribe(({ latest }) => {
      for (const change of latest) gathered.set(change.token, change)
      timer ??= setTimeout(() => {
        timer = undefined
        const told = [...gathered.values()]
        gathered.clear()
        onGathered(told)
      }, GATHER_MS)
    })
    return () => {
      forget()
      clearTimeout(timer)
    }
  }, [changes])
}
