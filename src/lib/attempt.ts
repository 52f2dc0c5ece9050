/** What `action` gives; undefined where it throws: a browser may refuse what it offers, at any time. */
export function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
