import { createStore } from 'zustand/vanilla'
import { shallow } from 'zustand/vanilla/shallow'
import { describeChecks, describePolling } from './describe-polling.ts'
import type { Facts } from './poll-state.ts'
import type { CheckInfo, ObservableMap, PollStatus } from './poll-status.ts'
import type { PollContext } from './scheduler.ts'

/** Tells the page what the polling does: at most once per task, and only what changed. */
export function createStatusStore(world: () => PollContext, facts: () => Facts) {
  const status = createStore<PollStatus>(() => describePolling(world(), facts()))
  const latest = new Map<string, CheckInfo>()
  const listeners = new Set<() => void>()
  let isPublishing = false

  function checksOf(token: string): CheckInfo | undefined {
    const current = world()
    const record = current.records.get(token)
    if (record === undefined) return undefined
    const checks = describeChecks(record, current)
    const before = latest.get(token)
    if (before && shallow(before, checks)) return before
    latest.set(token, checks)
    return checks
  }

  function publish() {
    isPublishing = false
    const next = describePolling(world(), facts())
    if (!shallow(next, status.getState())) status.setState(next)
    for (const listener of listeners) listener()
  }

  function subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  return {
    status,
    checks: { get: checksOf, subscribe } satisfies ObservableMap<CheckInfo>,
    forget: (token: string) => latest.delete(token),
    changed() {
      if (!isPublishing) queueMicrotask(publish)
      isPublishing = true
    },
  }
}
