/** Undefined where `action` throws: a browser may refuse its storage and the like at any time. */
export function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
