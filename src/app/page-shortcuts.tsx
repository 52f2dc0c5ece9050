import { useEffect } from 'react'
import { type Board, useBoard } from '../board/board-context.ts'
import { type BoardSelection, selectedTokens, TAG_SELECTION_ID } from '../board/selection.ts'
import { useUntrack } from '../board/use-removal.ts'
import { SEARCH_FIELD_ID } from '../features/list/search-field.tsx'
import { LIST_ID } from '../ui/focus-list.ts'
import { isShortcutTarget } from '../ui/shortcut-target.ts'

export function PageShortcuts({ isDetailOpen }: { isDetailOpen: boolean }) {
  const board = useBoard()
  const untrack = useUntrack()
  useEffect(() => {
    function act(event: KeyboardEvent) {
      if (!isShortcutTarget(event)) return
      const list = document.getElementById(LIST_ID)
      const isInList = event.target instanceof Node && list?.contains(event.target) === true
      if (list !== null && isInList && actInList(event, list, board, untrack)) return event.preventDefault()
      if (event.ctrlKey || event.metaKey) return
      // Beside an open detail the arrows lead to the next one.
      const isTaken = isDetailOpen && event.key.startsWith('Arrow')
      if (list !== null && !isInList && !isTaken && moveFromOutside(event, list, board)) {
        return event.preventDefault()
      }
      const { singleKeys } = board.preferences.state.getState()
      if (event.key === 'Escape' && !isDetailOpen) retreat(board)
      else if (event.key === '/' && singleKeys) document.getElementById(SEARCH_FIELD_ID)?.focus()
      else if (event.key === '?' && singleKeys) board.dialogs.open('shortcuts')
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', act)
    return () => window.removeEventListener('keydown', act)
  }, [isDetailOpen, board, untrack])
  return null
}

function retreat({ selection, view }: Board) {
  const { selected, isMode } = selection.state.getState()
  if (selected.size > 0 || isMode) selection.clear()
  else view.clearFilter()
}

/** False when the key has no meaning here. */
function actInList(
  event: KeyboardEvent,
  list: HTMLElement,
  { selection }: Board,
  untrack: (tokens: readonly string[]) => void,
): boolean {
  const state = selection.state.getState()
  const hasSelection = state.selected.size > 0
  if (event.ctrlKey || event.metaKey) {
    if (event.key !== 'a') return false
    selection.selectAll()
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
      return selectRow(event, selection)
    case 'Escape':
      if (hasSelection) selection.clear()
      return hasSelection
    case 't':
      if (hasSelection) document.getElementById(TAG_SELECTION_ID)?.click()
      return hasSelection
    case 'Delete':
      if (!hasSelection) return false
      untrack(selectedTokens(state))
      list.focus({ preventScroll: true })
      return true
    default:
      return false
  }
}

function rowOf({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-token]') : null
}

function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-token]')]
}

/** Moves from a row to another one; from the list itself to its first. */
function focusRow(event: Event, list: HTMLElement, steps: number): boolean {
  const row = rowOf(event)
  if (row === null && event.target !== list) return false
  const rows = rowsOf(list)
  const next = rows[row === null ? 0 : rows.indexOf(row) + steps]
  next?.querySelector('a')?.focus()
  return true
}

/** With the focus elsewhere, the first key leads to the row that is open, or to the first one in view. */
function moveFromOutside(
  { key, shiftKey }: KeyboardEvent,
  list: HTMLElement,
  { preferences }: Board,
): boolean {
  const isArrow = key === 'ArrowDown' || key === 'ArrowUp'
  const isLetter = (key === 'j' || key === 'k') && preferences.state.getState().singleKeys
  if (shiftKey || (!isArrow && !isLetter)) return false
  const rows = rowsOf(list)
  // The heads of the list stick over the rows that are scrolled past.
  const top = list.querySelector('.list-heads')?.getBoundingClientRect().bottom ?? 0
  const row =
    rows.find(row => row.querySelector('a[aria-current]') !== null) ??
    rows.find(row => row.getBoundingClientRect().top >= top)
  row?.querySelector('a')?.focus()
  return row !== undefined
}

/** Space on a row's link; on its box the browser does the same by itself. */
function selectRow(event: KeyboardEvent, selection: BoardSelection): boolean {
  const token = event.target instanceof HTMLAnchorElement ? rowOf(event)?.dataset.token : undefined
  if (token === undefined) return false
  selection.select(token, event.shiftKey)
  return true
}
