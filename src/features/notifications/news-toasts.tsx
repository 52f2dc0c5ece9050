import { type ReactNode, useCallback, useEffect } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { formatChange, formatChanges } from '../../format/format-change.ts'
import { shortToken } from '../../format/short-token.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { states } from '../../rentals/status.ts'
import { MAX_NOTIFICATIONS, type StatusChange } from '../../rentals/status-changes.ts'
import { seeChanges } from './see-changes.ts'
import { ToastFrame } from './toast-frame.tsx'

export function NewsToasts() {
  const { changes, toasts, tracked } = useBoard()
  useEffect(() => changes.subscribe(({ latest }) => toasts.getState().tell(latest)), [changes, toasts])
  const rentals = useStore(tracked.state, state => state.rentals)
  const news = useStore(toasts, state => state.news).filter(({ token }) => rentals.has(token))
  if (news.length > MAX_NOTIFICATIONS) return <ManyToast news={news} />
  return news.map(change => <OneToast key={change.token} change={change} />)
}

function OneToast({ change }: { change: StatusChange }) {
  const text = useI18n()
  const { toasts, tracked } = useBoard()
  const name = useStore(tracked.state, ({ rentals }) => rentals.get(change.token)?.name)
  const end = useCallback(() => toasts.getState().dismissNews([change]), [toasts, change])
  const known = name ?? shortToken(change.token)
  const words = formatChange(change, known, text)
  return (
    <NewsToast words={words} seeName={text.t.notice.seeOne(known)} changes={[change]} onEnd={end}>
      {/* A long name is truncated; the status is always visible. */}
      <p className="flex min-w-0 flex-1 py-1">
        <span className="truncate">{known}</span>
        <span className="shrink-0">{formatChange(change, '', text)}</span>
      </p>
    </NewsToast>
  )
}

function ManyToast({ news }: { news: readonly StatusChange[] }) {
  const text = useI18n()
  const { toasts } = useBoard()
  const all = useStore(toasts, state => state.news)
  const end = useCallback(() => toasts.getState().dismissNews(all), [toasts, all])
  const words = formatChanges(news, text)
  return (
    <NewsToast words={words} changes={news} onEnd={end}>
      <p className="min-w-0 flex-1 py-1">{words}</p>
    </NewsToast>
  )
}

type NewsToastProps = {
  /** The whole text, for the label of the close button. */
  words: string
  /** The label of the button that shows the change, where its text alone does not say whose it is. */
  seeName?: string
  changes: readonly StatusChange[]
  onEnd: () => void
  children: ReactNode
}

function NewsToast({ words, seeName, changes, onEnd, children }: NewsToastProps) {
  const { t } = useI18n()
  const { view } = useBoard()
  return (
    <ToastFrame onEnd={onEnd} closeName={t.notice.closeOne(words)}>
      <span className="flex shrink-0 gap-1" aria-hidden="true">
        {changes.some(({ to }) => states[to].news === 'good') && (
          <span className="size-2.5 rounded-full bg-ready-dot" />
        )}
        {changes.some(({ to }) => states[to].news === 'bad') && (
          <span className="size-2.5 rounded-full bg-failed-dot" />
        )}
      </span>
      {children}
      <button
        type="button"
        className="button button-header font-semibold"
        aria-label={seeName}
        onClick={() => {
          seeChanges(changes, view)
          onEnd()
        }}
      >
        {t.notice.see}
      </button>
    </ToastFrame>
  )
}
