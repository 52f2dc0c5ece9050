/** Undefined where `action` throws: on malformed text, or where a browser refuses its storage, at any time. */
export function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
