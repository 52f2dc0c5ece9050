import { useCallback, useSyncExternalStore } from 'react'
import { attempt } from '../lib/attempt.ts'

/** False where there is no screen to ask. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (tell: () => void) => {
      const media = attempt(() => window.matchMedia(query))
      media?.addEventListener('change', tell)
      return () => media?.removeEventListener('change', tell)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => attempt(() => window.matchMedia(query).matches) ?? false)
}
