import { type GroupName, groupNames, states } from '../rentals/status.ts'
import type { Summary } from './summary.ts'

/** Rentals that stand together in the list, under a heading if they have a name. */
export type Group = { readonly name?: GroupName; readonly tokens: readonly string[] }

/** The group of a rental; one under way whose places hold too few contacts needs attention. */
export function groupOf({ state, shortfall }: Summary): GroupName {
  const group = states[state].group
  return group === 'underway' && shortfall > 0 ? 'attention' : group
}

/**
 * Groups the rentals, leaving out empty groups. Those that wait stand longest-waiting first, the finished ones
 * latest first; ties keep the order they came in.
 */
export function groupByPriority(summaries: Iterable<Summary>): readonly Group[] {
  const groups = new Map<GroupName, Summary[]>(groupNames.map(name => [name, []]))
  for (const summary of summaries) groups.get(groupOf(summary))?.push(summary)
  return groupNames.flatMap(name => {
    const direction = name === 'finished' ? -1 : 1
    const members = groups.get(name) ?? []
    const sorted = members.toSorted(
      (a, b) => direction * ((a.since?.since ?? Infinity) - (b.since?.since ?? Infinity) || 0),
    )
    return sorted.length === 0 ? [] : [{ name, tokens: sorted.map(({ token }) => token) }]
  })
}

/** Whether the same rentals stand in the same groups, in the same order. */
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
