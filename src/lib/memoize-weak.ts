/** `work` of one object, done once for each. */
export function memoizeWeak<Key extends object, Result>(work: (key: Key) => Result): (key: Key) => Result {
  const results = new WeakMap<Key, { result: Result }>()
  return key => {
    const entry = results.get(key) ?? { result: work(key) }
    results.set(key, entry)
    return entry.result
  }
}
