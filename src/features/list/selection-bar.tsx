import { Archive, EyeOff, FileDown, RefreshCw, Tag, X } from 'lucide'
import { useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { useBoard } from '../../board/board-context.ts'
import { TAG_SELECTION_ID } from '../../board/selection.ts'
import { useArchive } from '../../board/use-archive.ts'
import { useUntrack } from '../../board/use-untrack.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { isArchivable } from '../../rentals/archive.ts'
import type { BoardState } from '../../rentals/board-model.ts'
import { selectedTokens } from '../../rentals/selection.ts'
import { addTags, tagsInUse } from '../../rentals/tags.ts'
import { Button } from '../../ui/button.tsx'
import { TagField } from '../../ui/tag-field.tsx'
import { downloadCsv } from '../export/export-csv.ts'
import { LIST_ID } from './rental-list.tsx'

export function SelectionBar() {
  const text = useI18n()
  const { t } = text
  const board = useBoard()
  const { poller, toasts, selection } = board
  const untrack = useUntrack()
  const tagThem = useTagThem()
  const state = useStore(selection.state)
  const tokens = useMemo(() => selectedTokens(state), [state])
  const tagButton = useRef<HTMLButtonElement>(null)
  const [isTagging, setIsTagging] = useState(false)
  const archive = useArchive()
  const isArchive = useStore(board.view.state, ({ archived }) => archived)
  const archivable = useStore(
    board.model.state,
    useShallow(({ summaries }: BoardState) =>
      tokens.filter(token => {
        const summary = summaries.get(token)
        return summary !== undefined && isArchivable(summary)
      }),
    ),
  )

  function leaveTagging() {
    setIsTagging(false)
    tagButton.current?.focus()
  }

  function check() {
    poller.refresh(...tokens)
    toasts.getState().show({ text: t.tools.checking(tokens.length) })
  }

  /** The pressed button disappears with the selection: the list takes the focus. */
  function leave() {
    selection.clear()
    document.getElementById(LIST_ID)?.focus({ preventScroll: true })
  }

  return (
    <section
      aria-label={t.tools.selection}
      className="foot-bar sticky bottom-4 z-20 mx-auto mt-4 flex w-fit max-w-full flex-wrap items-center gap-0.5 rounded-xl border border-header-line bg-header p-1.5 text-header-ink sm:gap-1 sm:p-2"
    >
      <p role="status" className="px-1.5 font-semibold text-sm sm:px-2">
        {t.tools.selected(tokens.length)}
      </p>
      {isTagging && (
        <TagField field={focusAtOnce} onAdd={tags => tagThem(tokens, tags)} onLeave={leaveTagging} />
      )}
      <Button
        className="button-icon-on-phones"
        icon={Tag}
        words={t.tools.tagThem}
        ref={tagButton}
        id={TAG_SELECTION_ID}
        aria-expanded={isTagging}
        onClick={() => setIsTagging(!isTagging)}
      />
      <Button className="button-icon-on-phones" icon={RefreshCw} words={t.tools.checkThem} onClick={check} />
      <Button
        className="button-icon-on-phones"
        icon={FileDown}
        words={t.exchange.csvButton}
        onClick={() => downloadCsv(board, text, tokens)}
      />
      <Button
        className="button-icon-on-phones"
        icon={Archive}
        words={isArchive ? t.archive.bringBack : t.archive.put}
        disabled={!isArchive && archivable.length === 0}
        onClick={() => {
          archive(isArchive ? tokens : archivable, !isArchive)
          leave()
        }}
      />
      <Button
        className="button-icon-on-phones"
        icon={EyeOff}
        words={t.tools.removeThem}
        onClick={() => {
          untrack(tokens)
          leave()
        }}
      />
      <Button
        className="button-icon"
        icon={X}
        words={t.tools.release}
        title={t.tools.release}
        onClick={leave}
      />
    </section>
  )
}

function focusAtOnce(field: HTMLInputElement | null) {
  field?.focus()
}

function useTagThem(): (tokens: readonly string[], tags: readonly string[]) => void {
  const { t } = useI18n()
  const { tracked, toasts } = useBoard()
  return (tokens, tags) => {
    const known = tagsInUse(tracked.state.getState().rentals.values())
    const before = tracked.editAll(tokens, rental => ({ tags: addTags(rental.tags, tags, known) }))
    const tagsBefore = new Map(before.map(rental => [rental.token, rental.tags]))
    toasts.getState().show({
      text: t.tools.tagged(before.length, tags.join(', ')),
      action: {
        label: t.undo,
        run() {
          tracked.editAll([...tagsBefore.keys()], ({ token }) => ({ tags: tagsBefore.get(token) ?? [] }))
        },
      },
    })
  }
}
