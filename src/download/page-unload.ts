/**
 * Watches whether the page begins to go away. A browser ends its requests then, while the page's code still runs:
 * they look like broken connections.
 */
export function watchPageUnload(): { readonly hasBegun: () => boolean; readonly stop: () => void } {
  const events = new AbortController()
  let hasBegun = false
  for (const name of ['beforeunload', 'pagehide']) {
    window.addEventListener(
      name,
      () => {
        hasBegun = true
      },
      { signal: events.signal },
    )
  }
  return { hasBegun: () => hasBegun, stop: () => events.abort() }
}
