import { useEffect } from 'react'
import { useStore } from 'zustand'
import { countStates } from '../../domain/counts.ts'
import { useText } from '../../i18n/text.ts'
import { useBoard } from '../board-context.ts'
import { tabTitle } from '../words/tab-words.ts'
import { countedFavicon } from './favicon.ts'

/** Has the tab say how many rentals are ready, in its title and in its icon, and that the connection is lost. */
export function useTabMark(): void {
  const text = useText()
  const { model, poller } = useBoard()
  const phase = useStore(poller.status, status => status.phase)
  const ready = useStore(model.state, ({ summaries }) => countStates(summaries.runs).ready)

  useEffect(() => {
    document.title = tabTitle(ready, phase, text)
  }, [ready, phase, text])

  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    if (icon === null || ready === 0) return
    const plain = icon.href
    icon.href = countedFavicon(ready)
    return () => {
      icon.href = plain
    }
  }, [ready])
}
