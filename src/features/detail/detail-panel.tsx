import { useEffect, useRef, useState } from 'react'
import { useBoard } from '../../board/board-context.ts'
import { boardAddress } from '../../board/routes.ts'
import { neighbour } from '../../board/selection.ts'
import { useNow } from '../../board/use-now.ts'
import { useCalledName, useReply, useSummary } from '../../board/use-rental.ts'
import { formatError, formatFlag } from '../../format/format-error.ts'
import { formatSince } from '../../format/format-time.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import type { Summary } from '../../rentals/summary.ts'
import { focusList } from '../../ui/focus-list.ts'
import { isShortcutTarget } from '../../ui/shortcut-target.ts'
import { DetailActions } from './detail-actions.tsx'
import { DetailNav, rowOf, showDetail } from './detail-nav.tsx'
import { FileSection } from './file-section.tsx'
import { HistorySection, StatusTimeline } from './history-section.tsx'
import { likelyReason } from './likely-reason.ts'
import { NoteSection, RentalName } from './name-editors.tsx'
import { PlacesSection } from './places-section.tsx'
import { TagEditor } from './tag-editor.tsx'
import { TargetingSection } from './targeting-section.tsx'
import { TeamPart } from './team-part.tsx'
import { TechnicalSection } from './technical-section.tsx'
import { detailWords } from './words.ts'

/** In the order of what is needed: which rental and what can be done, how far it is, what it is, how it came about. */
export function DetailPanel({ token }: { token: string }) {
  const text = useI18n()
  const w = useWords(detailWords)
  const panel = useRef<HTMLElement>(null)
  const summary = useSummary(token)
  const raw = useReply(token)?.raw
  const called = useCalledName(token)
  const [renamed, setRenamed] = useState<string>()
  useKeys(token)
  useFocusOnOpen(panel, token)
  if (summary === undefined) return null
  const { rental, error, stale, state } = summary
  const isExplained = likelyReason(summary, w.reasons) !== undefined && error !== undefined
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={w.label}
      className="fixed inset-0 z-30 overflow-y-auto bg-surface outline-none sm:left-auto sm:w-110 sm:border-line sm:border-l panel:sticky panel:inset-auto panel:top-4 panel:z-0 panel:max-h-[calc(100dvh-2rem)] panel:w-auto panel:rounded-xl panel:border print:hidden"
    >
      <header className="p-5 pb-4">
        <div className="flow-root">
          <DetailNav token={token} />
          <RentalName
            key={token}
            token={token}
            isRenaming={renamed === token}
            onRename={isRenaming => setRenamed(isRenaming ? token : undefined)}
          />
        </div>
        {called !== token && <p className="select-all font-mono text-muted text-xs">{token}</p>}
        <DetailActions key={token} summary={summary} onRename={() => setRenamed(token)} />
        <StatusTimeline token={token} summary={summary} />
        {(error || stale) && state !== 'pending' && !isExplained && (
          <p className="mt-4 rounded-md bg-failed-tint px-3 py-2 text-failed text-sm">
            {error ? formatError(error, text) : w.staleReply}
          </p>
        )}
        <LateNotice summary={summary} />
        {rental?.flags.map(flag => (
          <p key={flag} className="notice mt-2 text-sm">
            {formatFlag(flag, rental, text)}
          </p>
        ))}
        <TeamPart key={`${token} team`} token={token} />
        <TagEditor key={`${token} tags`} token={token} />
      </header>
      {rental && (
        <>
          <FileSection rental={rental} />
          <PlacesSection rental={rental} />
          <TargetingSection rental={rental} />
        </>
      )}
      <NoteSection key={`note ${token}`} token={token} />
      <HistorySection token={token} />
      <TechnicalSection summary={summary} raw={raw} />
    </aside>
  )
}

/** Says that a rental takes much longer than others on this board did. */
function LateNotice({ summary: { state, since, usualMs } }: { summary: Summary }) {
  const text = useI18n()
  const w = useWords(detailWords)
  const lasts = useNow(now => (since ? formatSince(state, since, now, text) : ''))
  if (usualMs === undefined) return null
  return (
    <p className="notice mt-2 text-sm">{w.late(text.t.states[state], lasts, text.f.duration(usualMs))}</p>
  )
}

/** Takes the focus into the panel for each rental, unless it is there already, and back to the row at the end. */
function useFocusOnOpen(panel: { current: HTMLElement | null }, token: string) {
  const shown = useRef(token)
  useEffect(() => {
    shown.current = token
    panel.current?.scrollTo({ top: 0 })
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus({ preventScroll: true })
  }, [panel, token])
  useEffect(() => {
    return () => {
      const row = rowOf(shown.current)?.querySelector('a')
      if (row) row.focus({ preventScroll: true })
      else if (document.activeElement === document.body) focusList()
    }
  }, [])
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
      showDetail(next)
    }
    window.addEventListener('keydown', act)
    return () => window.removeEventListener('keydown', act)
  }, [token, selection])
}
