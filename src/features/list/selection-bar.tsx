import { Archive, Download, EyeOff, FileDown, RefreshCw, Tag, X } from 'lucide'
import { useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { useBoard, useModel, useViewState } from '../../board/board-context.ts'
import { selectedTokens, TAG_SELECTION_ID } from '../../board/selection.ts'
import { useArchive, useUntrack } from '../../board/use-removal.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { isArchivable } from '../../rentals/archive.ts'
import type { BoardState } from '../../rentals/board-model.ts'
import { addTags, tagsInUse } from '../../rentals/tags.ts'
import { Button } from '../../ui/button.tsx'
import { focusList } from '../../ui/focus-list.ts'
import { TagField } from '../../ui/tag-field.tsx'
import { useFocusKept } from '../../ui/use-focus-kept.ts'
import { useOfferedFiles } from '../download/download-buttons.tsx'
import { downloadCsv } from '../export/export-csv.ts'
import { listWords } from './words.ts'

export function SelectionBar() {
  const text = useI18n(listWords)
  const { t, w } = text
  const later = useWords(laterWords)
  const board = useBoard()
  const { poller, toasts, selection, dialogs } = board
  const untrack = useUntrack()
  const tagThem = useTagThem()
  const state = useStore(selection.state)
  const tokens = useMemo(() => selectedTokens(state), [state])
  const offered = useOfferedFiles(tokens)
  const tagButton = useRef<HTMLButtonElement>(null)
  const [isTagging, setIsTagging] = useState(false)
  const archive = useArchive()
  const isArchive = useViewState(({ archived }) => archived)
  const archivable = useModel(
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

  // The list may be gone, too.
  useFocusKept()

  /** The pressed button disappears with the selection: the list takes the focus. */
  function leave() {
    selection.clear()
    focusList()
  }

  return (
    <section
      aria-label={t.tools.selection}
      className="foot-bar sticky bottom-4 z-20 mx-auto mt-4 flex w-fit max-w-full flex-wrap items-center gap-1 rounded-xl border border-header-line bg-header p-2 text-header-ink max-sm:bottom-0 max-sm:-mx-4 max-sm:-mb-20 max-sm:w-auto max-sm:max-w-none max-sm:rounded-b-none max-sm:border-x-0 max-sm:border-b-0 max-sm:px-4 max-sm:pb-[calc(0.75rem+env(safe-area-inset-bottom))]"
    >
      <p role="status" className="px-2 font-semibold text-sm max-sm:flex-1">
        {w.selected(tokens.length)}
      </p>
      {isTagging && (
        <TagField field={focusAtOnce} onAdd={tags => tagThem(tokens, tags)} onLeave={leaveTagging} />
      )}
      {/* On a phone the words stand below the count, two in a line. */}
      <div className="contents max-sm:order-last max-sm:grid max-sm:basis-full max-sm:grid-cols-2 max-sm:gap-1.5">
        <Button
          icon={Tag}
          words={w.tagThem}
          ref={tagButton}
          id={TAG_SELECTION_ID}
          aria-expanded={isTagging}
          onClick={() => setIsTagging(!isTagging)}
        />
        <Button icon={RefreshCw} words={later.check} onClick={check} />
        <Button icon={FileDown} words={w.exportThem} onClick={() => downloadCsv(board, text, tokens)} />
        {offered.length > 0 && (
          <Button icon={Download} words={w.fetchThem} onClick={() => dialogs.askForFiles(offered)} />
        )}
        <Button
          icon={Archive}
          words={isArchive ? later.archive.bringBack : later.archive.put}
          disabled={!isArchive && archivable.length === 0}
          onClick={() => {
            archive(isArchive ? tokens : archivable, !isArchive)
            leave()
          }}
        />
        <Button
          icon={EyeOff}
          words={w.removeThem}
          onClick={() => {
            untrack(tokens)
            leave()
          }}
        />
      </div>
      <Button className="button-icon" icon={X} words={w.release} title={w.release} onClick={leave} />
    </section>
  )
}

function focusAtOnce(field: HTMLInputElement | null) {
  field?.focus()
}

function useTagThem(): (tokens: readonly string[], tags: readonly string[]) => void {
  const { t, w } = useI18n(listWords)
  const later = useWords(laterWords)
  const { tracked, toasts } = useBoard()
  return (tokens, tags) => {
    const known = tagsInUse(tracked.state.getState().rentals)
    let leftOut = 0
    const before = tracked.editAll(tokens, rental => {
      const added = addTags(rental.tags, tags, known)
      leftOut += added.leftOut
      return { tags: added.tags }
    })
    const tagsBefore = new Map(before.map(rental => [rental.token, rental.tags]))
    toasts.getState().show({
      text: leftOut > 0 ? later.tagsLeftOut(leftOut) : w.tagged(before.length, tags.join(', ')),
      action: {
        label: t.undo,
        run() {
          tracked.editAll([...tagsBefore.keys()], ({ token }) => ({ tags: tagsBefore.get(token) ?? [] }))
        },
      },
    })
  }
}
