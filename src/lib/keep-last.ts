/** The same function, which works its result out anew only when an argument differs from the time before. */
export function keepLast<Args extends readonly unknown[], Result>(
  work: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { args: Args; result: Result } | undefined
  return (...args) => {
    if (last === undefined || args.some((arg, index) => !Object.is(arg, last?.args[index]))) {
      last = { args, result: work(...args) }
    }
    return last.result
  }
}
