import type { Group } from '../../domain/groups.ts'
import type { GroupName } from '../../rentals/status.ts'

/** One line of the list: a group's heading, a rental, or the button that unfolds the finished ones. */
export type ListItem =
  | { readonly kind: 'heading'; readonly key: string; readonly group: GroupName; readonly count: number }
  | { readonly kind: 'rental'; readonly key: string; readonly token: string; readonly edge: Edge }
  | { readonly kind: 'fold'; readonly key: string; readonly hidden: number; readonly open: boolean }

/** Where a row stands in its group's frame. */
export type Edge = 'only' | 'first' | 'middle' | 'last'

/** How many finished rentals show while they are folded. */
const FINISHED_SHOWN = 20

/** Lays the groups out as the lines of one list; finished rentals beyond 20 are folded unless `unfolded`. */
export function listItems(groups: readonly Group[], unfolded: boolean): readonly ListItem[] {
  return groups.flatMap(({ name, tokens }) => {
    const hidden = name === 'finished' ? Math.max(0, tokens.length - FINISHED_SHOWN) : 0
    const shown = hidden > 0 && !unfolded ? tokens.slice(0, FINISHED_SHOWN) : tokens
    return [
      { kind: 'heading', key: `group ${name}`, group: name, count: tokens.length } as const,
      ...flatItems(shown),
      ...(hidden > 0 ? [{ kind: 'fold', key: 'fold', hidden, open: unfolded } as const] : []),
    ]
  })
}

/** Lays the rentals out in one frame, without headings. */
export function flatItems(tokens: readonly string[]): readonly ListItem[] {
  return tokens.map((token, index) => {
    return { kind: 'rental', key: `rental ${token}`, token, edge: edgeOf(index, tokens.length) }
  })
}

/** Whether two lines show the same. */
export function isSameLine(a: ListItem, b: ListItem): boolean {
  if (a.key !== b.key) return false
  if (a.kind === 'heading') return b.kind === a.kind && b.count === a.count
  if (a.kind === 'rental') return b.kind === a.kind && b.edge === a.edge
  return b.kind === a.kind && b.hidden === a.hidden && b.open === a.open
}

function edgeOf(index: number, length: number): Edge {
  if (length === 1) return 'only'
  if (index === 0) return 'first'
  return index === length - 1 ? 'last' : 'middle'
}
