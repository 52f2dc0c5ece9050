/** The browser's storage, or undefined where reading it is refused (private windows, blocked cookies). */
export function browserStorage(kind: 'localStorage' | 'sessionStorage'): Storage | undefined {
  try {
    return globalThis[kind]
  } catch {
    return undefined
  }
}
