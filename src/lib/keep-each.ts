/** The same function of one object, which works its result out once for each. */
export function keepEach<Key extends object, Result>(work: (key: Key) => Result): (key: Key) => Result {
  const results = new WeakMap<Key, { result: Result }>()
  return key => {
    const kept = results.get(key) ?? { result: work(key) }
    results.set(key, kept)
    return kept.result
  }
}
