import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { viewStore } from '../view-store.ts'

/** True while the page is printed; the list then draws every row. */
export function usePrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false)
  useEffect(() => {
    let before: { everyRow: boolean; unfolded: boolean } | undefined

    // The browser takes its picture as soon as the event is over: nothing may be left to draw later.
    function begin() {
      const { everyRow, unfolded } = viewStore.getState()
      before ??= { everyRow, unfolded }
      flushSync(() => {
        viewStore.setState({ everyRow: true, unfolded: true })
        setIsPrinting(true)
      })
    }

    function end() {
      if (before !== undefined) viewStore.setState(before)
      before = undefined
      setIsPrinting(false)
    }

    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
      end()
    }
  }, [])
  return isPrinting
}
