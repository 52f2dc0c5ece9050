import { X } from 'lucide'
import {
  type MouseEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useState,
  useSyncExternalStore,
} from 'react'
import { useStore } from 'zustand'
import { useBoard, useTracked } from '../../board/board-context.ts'
import type { Toast } from '../../board/toast-store.ts'
import { useCalledName } from '../../board/use-rental.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { states } from '../../rentals/status.ts'
import { MAX_NOTIFICATIONS, type StatusChange } from '../../rentals/status-changes.ts'
import { Button } from '../../ui/button.tsx'
import { formatChange, formatChanges, seeChanges } from './format-change.ts'
import { notificationsWords } from './words.ts'

export function Toasts() {
  const w = useWords(notificationsWords)
  const { toasts } = useBoard()
  const shown = useStore(toasts, state => state.toasts)
  return (
    <section
      aria-label={w.messages}
      tabIndex={-1}
      className="pointer-events-none fixed inset-x-4 bottom-[calc(1rem+env(safe-area-inset-bottom)+var(--foot,0px))] z-40 flex flex-col items-center gap-2 outline-none print:hidden"
    >
      <NewsToasts />
      {shown.map(toast => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastLine({ toast: { id, text, action } }: { toast: Toast }) {
  const { toasts } = useBoard()
  const end = () => toasts.getState().dismiss(id)
  return (
    <ToastFrame words={text} onEnd={end}>
      <p role="status" className="min-w-0 flex-1 py-1 pr-2">
        {text}
      </p>
      {action && (
        <Button
          words={action.label}
          className="font-semibold"
          onClick={event => {
            event.currentTarget.closest('section')?.focus()
            action.run()
            end()
          }}
        />
      )}
    </ToastFrame>
  )
}

function NewsToasts() {
  const { changes, toasts } = useBoard()
  useEffect(() => {
    const stop = changes.subscribe(({ latest }) => toasts.getState().tell(latest))
    return () => {
      stop()
      // What changes while the wall is shown is not heard here: these would be told again after it.
      toasts.setState({ news: [] })
    }
  }, [changes, toasts])
  const rentals = useTracked(state => state.rentals)
  const news = useStore(toasts, state => state.news).filter(({ token }) => rentals.has(token))
  if (news.length > MAX_NOTIFICATIONS) return <NewsToast changes={news} />
  return news.map(change => <NewsToast key={change.token} changes={[change]} />)
}

const newsDots = [
  ['good', 'bg-ready-dot'],
  ['bad', 'bg-failed-dot'],
] as const

/** A change of one rental, or those of many as one. */
function NewsToast({ changes }: { changes: readonly StatusChange[] }) {
  const text = useI18n()
  const w = useWords(notificationsWords)
  const { toasts, view } = useBoard()
  const only = changes.length === 1 ? changes[0] : undefined
  const name = useCalledName(only?.token ?? '')
  const words = only ? formatChange(only, name, text) : formatChanges(changes, text)
  const end = () => toasts.getState().dismissNews(changes)
  return (
    <ToastFrame words={words} onEnd={end} closeName={w.closeOne(words)}>
      <span className="flex shrink-0 gap-1" aria-hidden="true">
        {newsDots.map(([news, dot]) =>
          changes.some(({ to }) => states[to].news === news) ? (
            <span key={news} className={`dot ${dot}`} />
          ) : null,
        )}
      </span>
      <p className="min-w-0 flex-1 py-1">{words}</p>
      <Button
        words={w.see}
        className="font-semibold"
        aria-label={only && w.seeOne(name)}
        onClick={() => {
          seeChanges(changes, view)
          end()
        }}
      />
    </ToastFrame>
  )
}

/** How long a message stays (ms) once it is on screen and nobody points at it or tabs to it. */
const TOAST_MS = 10_000

type ToastFrameProps = {
  /** What it says: other words have their own time. */
  words: string
  onEnd: () => void
  /** The label of the close button; there is none without it. */
  closeName?: string
  children: ReactNode
}

function ToastFrame({ words, onEnd, closeName, children }: ToastFrameProps) {
  const [isHeld, setIsHeld] = useState(false)
  const isHidden = useSyncExternalStore(onVisibility, () => document.hidden)
  const end = useEffectEvent(onEnd)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words start its time anew
  useEffect(() => {
    if (isHeld || isHidden) return
    const timer = setTimeout(() => end(), TOAST_MS)
    return () => clearTimeout(timer)
  }, [isHeld, isHidden, words])

  const hold = () => setIsHeld(true)
  const release = () => setIsHeld(false)

  function close(event: MouseEvent<HTMLElement>) {
    // The focus would fall back to the top of the page with the button.
    event.currentTarget.closest('section')?.focus()
    onEnd()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the fields of a form
    <div
      role="group"
      className="pointer-events-auto flex max-w-full items-center gap-3 rounded-lg border border-header-line bg-header py-2 pr-2 pl-4 text-header-ink max-sm:w-full"
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      {children}
      {closeName !== undefined && (
        <Button icon={X} words={closeName} className="button-icon -ml-1 [&>svg]:size-4" onClick={close} />
      )}
    </div>
  )
}

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
