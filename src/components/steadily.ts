import type { Run } from '../domain/summaries.ts'
import type { Summary } from '../domain/summary.ts'
import { isSameList } from '../lib/is-same-list.ts'

/** What a part of the page draws of the rentals shown. */
export type Derivation<Value> = {
  derive: (shown: readonly Run[]) => Value
  isSame: (a: Value, b: Value) => boolean
  /** Whether the second summary of a rental in place of the first changes nothing; absent, any might. */
  isAlike?: (a: Summary, b: Summary) => boolean
}

/** `derive`, which gives the very value it gave before as long as nothing in it changes. */
export function steadily<Value>({ derive, isSame, isAlike }: Derivation<Value>) {
  let last: { shown: readonly Run[]; value: Value } | undefined

  function isSameTo(a: Summary, b: Summary): boolean {
    return a === b || (isAlike !== undefined && a.token === b.token && isAlike(a, b))
  }

  function work(shown: readonly Run[]): Value {
    const before = last
    if (before && isAlike && isSameList(before.shown, shown, areAlike)) return before.value
    const value = derive(shown)
    return before && isSame(before.value, value) ? before.value : value
  }

  function areAlike(a: Run, b: Run): boolean {
    return a === b || isSameList(a, b, isSameTo)
  }

  return (shown: readonly Run[]): Value => {
    if (last?.shown !== shown) last = { shown, value: work(shown) }
    return last.value
  }
}
