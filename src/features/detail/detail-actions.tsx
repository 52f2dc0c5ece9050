import { Ellipsis, ExternalLink, Pencil, RefreshCw } from 'lucide'
import { type ReactNode, useId, useState, useSyncExternalStore } from 'react'
import { useBoard, useSelection, useTracked } from '../../board/board-context.ts'
import { boardAddress } from '../../board/routes.ts'
import { useFilesOffered } from '../../board/use-files-offered.ts'
import { useArchive, useUntrack } from '../../board/use-removal.ts'
import { useRentalSentence } from '../../board/use-rental.ts'
import { formatError } from '../../format/format-error.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { isArchivable } from '../../rentals/archive.ts'
import { statusSentences } from '../../rentals/status-sentences.ts'
import type { Summary } from '../../rentals/summary.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useUnfolded } from '../../ui/use-unfolded.ts'
import { DownloadActions } from '../download/download-buttons.tsx'
import { likelyReason } from './likely-reason.ts'
import { selectAtOnce, TokenEditor, useFocusBack } from './name-editors.tsx'
import { detailWords } from './words.ts'

type DetailActionsProps = { summary: Summary; onRename: () => void }

/** What can be done with a rental, most wanted first. */
export function DetailActions({ summary, onRename }: DetailActionsProps) {
  const w = useWords(detailWords)
  const { token, rental, state } = summary
  const untrack = useUntrack()
  const sentence = useRentalSentence(rental)
  const listed = useSelection(({ listed }) => listed)
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
  const archive = useArchive()
  const { token } = summary
  const isArchived = useTracked(({ rentals }) => rentals.get(token)?.archived === true)
  if (!isArchived && !isArchivable(summary)) return null
  return (
    <Button
      words={isArchived ? later.archive.bringBack : later.archive.put}
      onClick={() => archive([token], !isArchived)}
    />
  )
}

function CheckButton({ token }: { token: string }) {
  const { check } = useWords(laterWords)
  const { poller } = useBoard()
  const isChecking = useSyncExternalStore(
    poller.checks.subscribe,
    () => poller.checks.get(token)?.checking === true,
  )
  return <Button icon={RefreshCw} words={check} disabled={isChecking} onClick={() => poller.refresh(token)} />
}

const PROVIDER_SITE = 'https://www.smspartner.fr/'

type FileElsewhereProps = { token: string; onCopyByHand: (text: string) => void }

/** Where the file of a ready rental is, on a server that lets no files through. */
function FileElsewhere({ token, onCopyByHand }: FileElsewhereProps) {
  const w = useWords(detailWords)
  return (
    <section className="mt-4 rounded-lg bg-ready-tint px-4 py-3" aria-label={w.file}>
      <p className="font-semibold text-ready">{w.elsewhere.title}</p>
      <p className="mt-1">{w.elsewhere.hint}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <a href={PROVIDER_SITE} target="_blank" rel="noreferrer" className="button">
          <Icon of={ExternalLink} className="" />
          <span>{w.elsewhere.open}</span>
        </a>
        <CopyButton words={token} label={w.copy} done={w.copied} onRefused={() => onCopyByHand(token)} />
      </div>
    </section>
  )
}

type WhatToDoProps = { summary: Summary; reason: string; onCopyByHand: (text: string) => void }

/** Of a rental that needs a look: what the provider says of it, why that may be, and what can be done. */
function WhatToDo({ summary, reason, onCopyByHand }: WhatToDoProps) {
  const { t, w } = useI18n(detailWords)
  const { token, rental } = summary
  const isTokenInDoubt = summary.state === 'not-found' || summary.state === 'error'
  const [isCorrecting, setIsCorrecting] = useState(false)
  const opener = useFocusBack(isCorrecting)
  const said = useProviderSentence(summary)
  const order = useRentalSentence(rental)
  const message = w.support.message(token, t.states[summary.state], said, order)
  return (
    <section className="mt-4 rounded-lg bg-failed-tint px-4 py-3" aria-labelledby="what-to-do">
      <h3 id="what-to-do" className="font-semibold text-failed">
        {t.row.whatToDo}
      </h3>
      {said !== undefined && <p className="mt-1">{said}</p>}
      <p className="mt-1">{reason}</p>
      {isCorrecting ? (
        <TokenEditor token={token} onLeave={() => setIsCorrecting(false)} />
      ) : (
        <div className="mt-3 flex flex-wrap gap-2">
          {isTokenInDoubt && (
            <Button
              ref={opener}
              icon={Pencil}
              className="button-main"
              words={w.correct}
              onClick={() => setIsCorrecting(true)}
            />
          )}
          <CopyButton
            className={`whitespace-normal ${isTokenInDoubt ? 'order-last' : 'button-main'}`}
            words={message}
            label={w.support.copy}
            done={w.support.copied}
            onRefused={() => onCopyByHand(message)}
          />
          <CheckButton token={token} />
        </div>
      )}
    </section>
  )
}

/** The provider's own sentence, in full; of a mere code the one that its page gives. */
function useProviderSentence({ state, rental, error }: Summary): string | undefined {
  const text = useI18n()
  const w = useWords(detailWords)
  if (error !== undefined && state !== 'failed' && state !== 'unknown') return formatError(error, text)
  const status = rental?.statusText
  if (status === undefined) return undefined
  const { french, english } = statusSentences.failed
  if (state === 'failed' && /^\d+$/.test(status)) {
    return w.says(text.language === 'fr' ? french : english[0], status)
  }
  return w.says(status)
}

/** A button that unfolds further ones below the bar that it stands in; a press, Escape or leaving folds them again. */
function ActionMenu({ label, children }: { label: string; children: ReactNode }) {
  const id = useId()
  const { frame, isOpen, setIsOpen, onKeyDown } = useUnfolded()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the buttons in it
    <div ref={frame} onKeyDown={onKeyDown}>
      <Button
        icon={Ellipsis}
        words={label}
        title={label}
        className="button-icon border-line"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: hears the presses of the buttons in it
        // biome-ignore lint/a11y/useKeyWithClickEvents: a key that presses a button is a click, too
        <div
          id={id}
          className="menu absolute top-full left-0 z-10 mt-1 grid min-w-56 rounded-lg border border-line bg-surface p-1 shadow-[0_4px_16px_rgb(0_0_0/0.18)]"
          onClick={() => {
            setIsOpen(false)
            frame.current?.querySelector('button')?.focus()
          }}
        >
          {children}
        </div>
      )}
    </div>
  )
}
