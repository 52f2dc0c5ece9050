import { useState } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { boardAddress } from '../../board/routes.ts'
import { useArchive } from '../../board/use-archive.ts'
import { useFilesOffered } from '../../board/use-files-offered.ts'
import { useRentalSentence } from '../../board/use-rental.ts'
import { useUntrack } from '../../board/use-untrack.ts'
import { useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { isArchivable } from '../../rentals/archive.ts'
import type { Summary } from '../../rentals/summary.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { DownloadActions } from '../download/download-buttons.tsx'
import { CheckButton } from './check-button.tsx'
import { FileElsewhere } from './file-elsewhere.tsx'
import { likelyReason } from './likely-reason.ts'
import { selectAtOnce } from './name-editors.tsx'
import { WhatToDo } from './what-to-do.tsx'
import { detailWords } from './words.ts'

type DetailActionsProps = { summary: Summary; onRename: () => void }

/** What can be done with a rental, most wanted first. */
export function DetailActions({ summary, onRename }: DetailActionsProps) {
  const w = useWords(detailWords)
  const { selection } = useBoard()
  const { token, rental, state } = summary
  const untrack = useUntrack()
  const sentence = useRentalSentence(rental)
  const listed = useStore(selection.state, ({ listed }) => listed)
  const isReady = state === 'ready'
  const isElsewhere = useFilesOffered(isReady) === false && isReady
  const reason = likelyReason(summary, w.reasons)
  /** The text that the browser would not copy. */
  const [byHand, setByHand] = useState<string>()

  function remove() {
    untrack([token])
    location.hash = boardAddress
  }

  return (
    <>
      <div className="relative mt-3 flex flex-wrap gap-2">
        <DownloadActions token={token} listed={listed} />
        {reason === undefined && <CheckButton token={token} />}
        <ActionMenu label={w.more}>
          <CopyButton words={token} label={w.copy} done={w.copied} onRefused={() => setByHand(token)} />
          {sentence !== undefined && (
            <CopyButton
              words={sentence}
              label={w.copySentence}
              done={w.sentenceCopied}
              onRefused={() => setByHand(sentence)}
            />
          )}
          <Button words={w.rename} onClick={onRename} />
          <ArchiveButton summary={summary} />
          <Button words={w.remove} onClick={remove} />
        </ActionMenu>
      </div>
      {byHand !== undefined && (
        <textarea
          key={byHand}
          ref={selectAtOnce}
          readOnly
          rows={2}
          aria-label={w.byHand}
          value={byHand}
          className="field mt-2 resize-none rounded-md py-2 font-mono text-sm"
        />
      )}
      {isElsewhere && <FileElsewhere token={token} onCopyByHand={setByHand} />}
      {reason !== undefined && <WhatToDo summary={summary} reason={reason} onCopyByHand={setByHand} />}
    </>
  )
}

function ArchiveButton({ summary }: { summary: Summary }) {
  const later = useWords(laterWords)
  const { tracked } = useBoard()
  const archive = useArchive()
  const { token } = summary
  const isArchived = useStore(tracked.state, ({ rentals }) => rentals.get(token)?.archived === true)
  if (!isArchived && !isArchivable(summary)) return null
  return (
    <Button
      words={isArchived ? later.archive.bringBack : later.archive.put}
      onClick={() => archive([token], !isArchived)}
    />
  )
}
