import { useEffect } from 'react'
import { neighbour } from '../../domain/selection.ts'
import { selectionStore } from '../list/selection-store.ts'
import { detailAddress } from '../routes.ts'
import { isShortcutTarget } from '../shortcut-target.ts'

/** While the detail is open, the arrow keys lead to the rental above and below in the list, except in fields. */
export function useNeighbourKeys(token: string): void {
  useEffect(() => {
    function act(event: KeyboardEvent) {
      const steps = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (steps === 0 || event.ctrlKey || event.metaKey || event.shiftKey || !isShortcutTarget(event)) return
      const next = neighbour(selectionStore.getState().listed, token, steps)
      if (next === undefined) return
      event.preventDefault()
      location.replace(detailAddress(next))
      rowOf(next)?.scrollIntoView({ block: 'nearest' })
    }
    window.addEventListener('keydown', act)
    return () => window.removeEventListener('keydown', act)
  }, [token])
}

function rowOf(token: string): Element | undefined {
  return [...document.querySelectorAll<HTMLElement>('[data-token]')].find(row => row.dataset.token === token)
}
