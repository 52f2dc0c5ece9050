import { Bell } from 'lucide'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useBoard, useModel } from '../../board/board-context.ts'
import { createNewsMarks, isUnread, type NewsMarksStore } from '../../board/news-marks.ts'
import { useSelectedToken } from '../../board/routes.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { memoizeSelector } from '../../lib/memoize.ts'
import { areSameNews, latestNews, type NewsLine } from '../../rentals/news.ts'
import { DOWNLOAD_PREFIX, entryTokens } from '../../storage.ts'
import { Icon } from '../../ui/icon.tsx'
import { useUnfolded } from '../../ui/use-unfolded.ts'
import { NewsList } from './news-list.tsx'
import { notificationsWords } from './words.ts'

/** What happened to the rentals since the last visit, behind a button that counts what is not read yet. */
export function NewsButton() {
  const { f } = useI18n()
  const w = useWords(notificationsWords).news
  const lines = useNews()
  const marks = useNewsMarks(lines)
  const state = useStore(marks.state)
  const unread = lines.filter(line => isUnread(state, line)).length
  const { frame, isOpen, setIsOpen, onKeyDown } = useUnfolded()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the button in it opened
    <div ref={frame} className="sm:relative" onKeyDown={onKeyDown}>
      <button
        type="button"
        aria-expanded={isOpen}
        className="button button-icon-on-phones"
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon of={Bell} className="" />
        <span>{w.button}</span>
        {unread > 0 && (
          <>
            <b
              aria-hidden="true"
              className="min-w-5.5 rounded-full bg-ready-dot px-1.5 py-0.5 text-center font-semibold text-header text-xs leading-tight"
            >
              {f.number(unread)}
            </b>
            <span className="sr-only">{w.unread(unread)}</span>
          </>
        )}
      </button>
      {isOpen && <NewsList lines={lines} marks={marks} onSee={() => setIsOpen(false)} />}
    </div>
  )
}

function useNews(): readonly NewsLine[] {
  const { tracked, rentalCache } = useBoard()
  const [select] = useState(() =>
    memoizeSelector(() => latestNews(tracked.state.getState().rentals.keys(), rentalCache), areSameNews),
  )
  return useModel(select)
}

/** Read is what was looked at: a rental whose detail is open, and a file that this browser fetched itself. */
function useNewsMarks(lines: readonly NewsLine[]): NewsMarksStore {
  const { storage, now, tracked, rentalCache } = useBoard()
  const [marks] = useState(() => createNewsMarks(storage, now, lookedAt()))
  const selected = useSelectedToken()

  function lookedAt(): number | undefined {
    const looks = [...tracked.state.getState().rentals.keys()].flatMap(
      token => rentalCache.history(token)?.at(-1)?.until ?? [],
    )
    return looks.length > 0 ? looks.reduce((latest, at) => Math.max(latest, at)) : undefined
  }

  useEffect(() => {
    const fetched = new Set(entryTokens(DOWNLOAD_PREFIX, storage))
    const isOwn = ({ token, to }: NewsLine) => to === 'downloaded' && fetched.has(token)
    const markSeen = () => {
      if (document.hidden) return
      marks.markRead(lines.filter(line => line.token === selected || isOwn(line)))
    }
    markSeen()
    document.addEventListener('visibilitychange', markSeen)
    return () => document.removeEventListener('visibilitychange', markSeen)
  }, [lines, marks, selected, storage])

  useEffect(() => {
    const events = new AbortController()
    const { signal } = events
    const setShown = () => marks.setShown(!document.hidden)
    setShown()
    document.addEventListener('visibilitychange', setShown, { signal })
    window.addEventListener('pagehide', () => marks.setShown(false), { signal })
    window.addEventListener('storage', ({ key }) => marks.reload(key), { signal })
    return () => {
      events.abort()
      marks.setShown(false)
    }
  }, [marks])

  return marks
}
