import { X } from 'lucide'
import { useEffect, useRef } from 'react'
import { useBoard } from '../../board/board-context.ts'
import { boardAddress, detailAddress } from '../../board/routes.ts'
import { useReply, useSummary } from '../../board/use-rental.ts'
import { formatError } from '../../format/format-error.ts'
import { formatFlag } from '../../format/format-flag.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { neighbour } from '../../rentals/selection.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { isShortcutTarget } from '../../ui/shortcut-target.ts'
import { CheckSection } from './check-section.tsx'
import { CostSection } from './cost-section.tsx'
import { DetailActions } from './detail-actions.tsx'
import { HistorySection } from './history-section.tsx'
import { RentalName } from './name-editors.tsx'
import { PlacesSection } from './places-section.tsx'
import { StatusTimeline } from './status-timeline.tsx'
import { TagEditor } from './tag-editor.tsx'
import { TargetingSection } from './targeting-section.tsx'
import { detailWords } from './words.ts'

export function DetailPanel({ token }: { token: string }) {
  const text = useI18n()
  const w = useWords(detailWords)
  const { t } = text
  const panel = useRef<HTMLElement>(null)
  const summary = useSummary(token)
  const raw = useReply(token)?.raw
  useKeys(token)
  useFocusOnOpen(panel, token)
  if (summary === undefined) return null
  const { rental } = summary
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={w.label}
      className="fixed inset-0 z-30 overflow-y-auto bg-surface outline-none sm:left-auto sm:w-110 sm:border-line sm:border-l panel:sticky panel:inset-auto panel:top-4 panel:z-0 panel:max-h-[calc(100dvh-2rem)] panel:w-auto panel:rounded-xl panel:border print:hidden"
    >
      <header className="p-5 pb-4">
        <div className="flex items-start justify-between gap-3">
          <RentalName key={token} token={token} />
          <a href={boardAddress} className="button -mt-1 -mr-2 border-transparent px-2" aria-label={t.close}>
            <Icon of={X} className="size-5" />
          </a>
        </div>
        <TagEditor key={token} token={token} />
        <StatusTimeline token={token} summary={summary} />
        {(summary.error || summary.stale) && summary.state !== 'pending' && (
          <p className="mt-4 rounded-md bg-failed-tint px-3 py-2 text-failed text-sm">
            {summary.error ? formatError(summary.error, text) : t.errors.staleReply}
          </p>
        )}
        {rental?.flags.map(flag => (
          <p key={flag} className="mt-2 rounded-md bg-generating-tint px-3 py-2 text-generating text-sm">
            {formatFlag(flag, rental, text)}
          </p>
        ))}
      </header>
      {rental && (
        <>
          <TargetingSection targeting={rental.targeting} />
          <PlacesSection rental={rental} />
          <CostSection rental={rental} />
        </>
      )}
      <HistorySection token={token} />
      <CheckSection token={token} rental={rental} />
      {raw !== undefined && <RawSection raw={raw} />}
      <DetailActions key={token} token={token} rental={rental} />
    </aside>
  )
}

/** Moves the focus into the panel when it opens, and back to the row's link when it closes. */
function useFocusOnOpen(panel: { current: HTMLElement | null }, token: string) {
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 })
    panel.current?.focus({ preventScroll: true })
    return () => {
      rowOf(token)?.querySelector('a')?.focus({ preventScroll: true })
    }
  }, [panel, token])
}

export function RawSection({ raw }: { raw: string }) {
  const w = useWords(detailWords)
  const reply = useRef<HTMLPreElement>(null)

  function select() {
    if (reply.current === null) return
    reply.current.focus()
    getSelection()?.selectAllChildren(reply.current)
  }

  return (
    <details className="border-line border-t px-5 py-4">
      <summary className="font-semibold text-muted text-sm">{w.raw}</summary>
      <pre
        ref={reply}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="mt-2.5 mb-3 max-h-80 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs"
      >
        {raw}
      </pre>
      <CopyButton words={raw} label={w.copyRaw} done={w.rawCopied} onRefused={select} />
    </details>
  )
}

/**
 * The arrow keys lead to the rental above and below in the list, except in fields. Escape closes the panel, unless a
 * dialog over it or a field in it takes the key.
 */
function useKeys(token: string): void {
  const { selection } = useBoard()
  useEffect(() => {
    function act(event: KeyboardEvent) {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) {
        location.hash = boardAddress
      }
      const steps = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (steps === 0 || event.ctrlKey || event.metaKey || event.shiftKey || !isShortcutTarget(event)) return
      const next = neighbour(selection.state.getState().listed, token, steps)
      if (next === undefined) return
      event.preventDefault()
      location.replace(detailAddress(next))
      rowOf(next)?.scrollIntoView({ block: 'nearest' })
    }
    window.addEventListener('keydown', act)
    return () => window.removeEventListener('keydown', act)
  }, [token, selection])
}

function rowOf(token: string): Element | undefined {
  return [...document.querySelectorAll<HTMLElement>('[data-token]')].find(row => row.dataset.token === token)
}
