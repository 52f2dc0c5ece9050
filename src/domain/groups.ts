import { type GroupName, groupNames, states } from '../rentals/status.ts'
import type { Summary } from './summary.ts'

export type Group = { readonly name: GroupName; readonly tokens: readonly string[] }

/** The group of a rental; one under way whose places hold too few contacts needs attention. */
export function groupOf({ state, shortfall }: Summary): GroupName {
  const group = states[state].group
  return group === 'underway' && shortfall > 0 ? 'attention' : group
}

/** Whether a rental stands at the same place among the groups with either summary. */
export function standsAlike(a: Summary, b: Summary): boolean {
  return groupOf(a) === groupOf(b) && a.since?.since === b.since?.since
}

/**
 * Groups the rentals, leaving out empty groups. Those that wait stand longest-waiting first, the finished ones
 * latest first; ties keep the order they came in.
 */
export function groupByNeed(summaries: Iterable<Summary>): readonly Group[] {
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
