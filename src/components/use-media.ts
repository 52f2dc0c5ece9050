import { useCallback, useSyncExternalStore } from 'react'

/** Whether the media query holds, now and later; false where there is no screen to ask. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (tell: () => void) => {
      const media = window.matchMedia?.(query)
      media?.addEventListener('change', tell)
      return () => media?.removeEventListener('change', tell)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia?.(query).matches ?? false)
}
