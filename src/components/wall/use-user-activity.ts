import { useEffect, useState } from 'react'

/** How long (ms) the wall minds the person who moved the pointer or pressed a key. */
const ACTIVE_MS = 8_000

/** True while somebody is at the wall: for a while after the pointer or a key, and as long as its control has focus. */
export function useUserActivity(): boolean {
  const [isTouched, setIsTouched] = useState(false)
  const [isFocused, setIsFocused] = useState(false)
  useEffect(() => {
    const events = new AbortController()
    const { signal } = events
    let timer: ReturnType<typeof setTimeout> | undefined
    function touch() {
      setIsTouched(true)
      clearTimeout(timer)
      timer = setTimeout(() => setIsTouched(false), ACTIVE_MS)
    }
    // A pointer at rest seems to move whenever something else comes to lie under it.
    let at = ''
    function onMove({ screenX, screenY }: PointerEvent) {
      const before = at
      at = `${screenX} ${screenY}`
      if (before !== '' && before !== at) touch()
    }
    window.addEventListener('pointermove', onMove, { signal })
    for (const event of ['pointerdown', 'keydown']) window.addEventListener(event, touch, { signal })
    window.addEventListener('focusin', () => setIsFocused(true), { signal })
    window.addEventListener('focusout', () => setIsFocused(false), { signal })
    return () => {
      events.abort()
      clearTimeout(timer)
    }
  }, [])
  return isTouched || isFocused
}
