const TIME_KEY = /^at$|At$|Until$/

/** The same as JSON, with its times moved: the numbers (ms) that are called `at`, `…At` or `…Until`. */
export function movedTimes<Value>(value: Value, move: (at: number) => number): Value {
  return JSON.parse(JSON.stringify(value), (key, part: unknown) =>
    typeof part === 'number' && TIME_KEY.test(key) ? move(part) : part,
  )
}
