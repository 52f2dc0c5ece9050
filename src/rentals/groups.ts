import { type GroupName, groupNames, states } from './status.ts'
import type { Summary } from './summary.ts'

/** Without a name the group has no heading. */
export type Group = { readonly name?: GroupName; readonly tokens: readonly string[] }

/** A rental under way needs attention when its places hold too few contacts, or when it is late. */
export function groupOf({ state, shortfall, usualMs }: Summary): GroupName {
  const group = states[state].group
  return group === 'underway' && (shortfall > 0 || usualMs !== undefined) ? 'attention' : group
}

/**
 * Longest-waiting first, finished rentals latest first, or the other way round in each group; ties keep their order,
 * and empty groups are left out.
 */
export function groupByPriority(summaries: Iterable<Summary>, isReversed = false): readonly Group[] {
  const groups = new Map<GroupName, Summary[]>(groupNames.map(name => [name, []]))
  for (const summary of summaries) groups.get(groupOf(summary))?.push(summary)
  return groupNames.flatMap(name => {
    const direction = (name === 'finished') === isReversed ? 1 : -1
    const members = groups.get(name) ?? []
    const sorted = members.toSorted(
      (a, b) => direction * ((a.since?.since ?? Infinity) - (b.since?.since ?? Infinity) || 0),
    )
    return sorted.length === 0 ? [] : [{ name, tokens: sorted.map(({ token }) => token) }]
  })
}

export function areSameGroups(a: readonly Group[], b: readonly Group[]): boolean {
  return a.length === b.length && a.every((group, index) => isSameGroup(group, b[index]))
}

function isSameGroup(a: Group, b: Group | undefined): boolean {
  return (
    a.name === b?.name &&
    a.tokens.length === b?.tokens.length &&
    a.tokens.every((token, index) => token === b.tokens[index])
  )
}
