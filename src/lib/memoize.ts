/** Runs `select` once for each state, and returns its last value again when the next one is equal. */
export function memoizeSelector<State, Value>(
  select: (state: State) => Value,
  isEqual: (a: Value, b: Value) => boolean,
): (state: State) => Value {
  let last: { state: State; value: Value } | undefined
  return state => {
    if (last?.state === state) return last.value
    const next = select(state)
    const value = last !== undefined && isEqual(last.value, next) ? last.value : next
    last = { state, value }
    return value
  }
}

export function memoizeWeak<Key extends object, Result>(work: (key: Key) => Result): (key: Key) => Result {
  const results = new WeakMap<Key, { result: Result }>()
  return key => {
    const known = results.get(key)
    if (known) return known.result
    const result = work(key)
    results.set(key, { result })
    return result
  }
}
