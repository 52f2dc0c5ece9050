/** `select`, run once for each state: it gives its last value again when the next one is equal. */
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
