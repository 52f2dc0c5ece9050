import { type RefObject, useEffect } from 'react'
import { selectedTokens } from '../../domain/selection.ts'
import { isShortcutTarget } from '../shortcut-target.ts'
import { useUntrack } from '../use-untrack.ts'
import {
  clearSelection,
  select,
  selectEverything,
  selectionStore,
  TAG_SELECTION_ID,
} from './selection-store.ts'

/** The keys of the list while the focus is in it: from row to row, and over the selection. */
export function useListKeys(frame: RefObject<HTMLElement | null>): void {
  const untrack = useUntrack()
  useEffect(() => {
    const list = frame.current
    function act(event: KeyboardEvent) {
      if (list !== null && isShortcutTarget(event) && runs(event, list, untrack)) event.preventDefault()
    }
    list?.addEventListener('keydown', act)
    return () => list?.removeEventListener('keydown', act)
  }, [frame, untrack])
}

/** Does what the key stands for; false when it stands for nothing here. */
function runs(
  event: KeyboardEvent,
  list: HTMLElement,
  untrack: (tokens: readonly string[]) => void,
): boolean {
  const selection = selectionStore.getState()
  const hasSelection = selection.selected.size > 0
  if (event.ctrlKey || event.metaKey) {
    if (event.key !== 'a') return false
    selectEverything()
    return true
  }
  switch (event.key) {
    case 'ArrowDown':
    case 'j':
      return focusRow(event, list, 1)
    case 'ArrowUp':
    case 'k':
      return focusRow(event, list, -1)
    case ' ':
      return chooseRow(event)
    case 'Escape':
      if (hasSelection) clearSelection()
      return hasSelection
    case 't':
      if (hasSelection) document.getElementById(TAG_SELECTION_ID)?.click()
      return hasSelection
    case 'Delete':
      if (!hasSelection) return false
      untrack(selectedTokens(selection))
      list.focus({ preventScroll: true })
      return true
    default:
      return false
  }
}

function rowOf({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-token]') : null
}

/** Moves from a row to another one; from the list itself to its first. */
function focusRow(event: Event, list: HTMLElement, steps: number): boolean {
  const row = rowOf(event)
  if (row === null && event.target !== list) return false
  const rows = [...list.querySelectorAll<HTMLElement>('[data-token]')]
  const next = rows[row === null ? 0 : rows.indexOf(row) + steps]
  next?.querySelector('a')?.focus()
  return true
}

/** Space on a row's link; on its box the browser does the same by itself. */
function chooseRow(event: KeyboardEvent): boolean {
  const token = event.target instanceof HTMLAnchorElement ? rowOf(event)?.dataset.token : undefined
  if (token === undefined) return false
  select(token, event.shiftKey)
  return true
}
