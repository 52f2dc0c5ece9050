import { createStore } from 'zustand/vanilla'
import { shallow } from 'zustand/vanilla/shallow'
import type { PollStatus } from './poll-status.ts'

/** Tells the page what the polling does: at most once per task, and only what changed. */
export function createStatusStore(readStatus: () => PollStatus) {
  const status = createStore<PollStatus>(readStatus)
  const listeners = new Set<() => void>()
  let isPublishing = false

  function publish() {
    isPublishing = false
    const next = readStatus()
    if (!shallow(next, status.getState())) status.setState(next)
    for (const listener of listeners) listener()
  }

  return {
    status,
    /** `listener` is called after each round of changes. Returns the unsubscriber. */
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    changed() {
      if (!isPublishing) queueMicrotask(publish)
      isPublishing = true
    },
  }
}
