import { useCallback, useSyncExternalStore } from 'react'
import { attempt } from '../lib/attempt.ts'

/** Phones, and windows so low that every line counts; `compact:` in `styles/main.css`. */
export const COMPACT_SCREEN = '(width < 40rem) or (height < 32rem)'

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (tell: () => void) => {
      const media = attempt(() => window.matchMedia(query))
      media?.addEventListener('change', tell)
      return () => media?.removeEventListener('change', tell)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matches(query))
}

export function prefersStillness(): boolean {
  return matches('(prefers-reduced-motion: reduce)')
}

/** A hardened browser may refuse the question. */
function matches(query: string): boolean {
  return attempt(() => window.matchMedia(query).matches) ?? false
}
