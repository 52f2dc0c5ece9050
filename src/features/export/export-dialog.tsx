import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useBoard, usePreferences, useTracked } from '../../board/board-context.ts'
import { useOrderedRentals } from '../../board/filter-provider.tsx'
import { shareAddress } from '../../board/routes.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { copyText } from '../../lib/copy-text.ts'
import { MAX_SHARE_CHARS, writeShare } from '../../rentals/share-link.ts'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/modal.tsx'
import { downloadBackup } from '../backup/watched.ts'
import { backupWords } from '../backup/words.ts'
import { downloadCsv } from './export-csv.ts'
import { exportWords } from './words.ts'

export function ExportDialog({ onClose }: { onClose: () => void }) {
  const text = useI18n(exportWords)
  const { t, w } = text
  const backup = useWords(backupWords)
  const board = useBoard()
  const tokens = useOrderedRentals().flatMap(group => group.tokens)
  const all = useTracked(({ rentals }) => rentals.size)
  const isEmpty = tokens.length === 0

  function printList() {
    onClose()
    window.print()
  }

  return (
    <Modal title={t.takeAway} onClose={onClose}>
      <p className="mb-5 text-muted">{shownWords(tokens.length, all)}</p>
      <div className="grid gap-6">
        <Way name={w.csv} text={w.csvText}>
          <Button
            className="button-main"
            words={w.csvButton}
            disabled={isEmpty}
            onClick={() => downloadCsv(board, text, tokens)}
          />
        </Way>
        {!board.isDemo && !isEmpty && (
          <Way name={w.link} text={w.linkText}>
            <ShareLink tokens={tokens} />
          </Way>
        )}
        <Way name={w.print} text={w.printText}>
          <Button words={w.printButton} disabled={isEmpty} onClick={printList} />
        </Way>
        {board.isDemo ? (
          <p className="text-muted text-sm">{backup.backupDemo}</p>
        ) : (
          <Way name={backup.backup} text={`${backup.backupText} ${w.backupWhere}`}>
            <Button words={backup.backupButton} onClick={() => downloadBackup(board, text)} />
          </Way>
        )}
      </div>
    </Modal>
  )

  function shownWords(shown: number, all: number): string {
    if (shown === 0) return w.nothing
    return shown === all ? w.everything(all) : w.part(shown, all)
  }
}

function Way({ name, text, children }: { name: string; text: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="font-medium">{name}</h3>
      <p className="mb-2 text-muted text-sm">{text}</p>
      {children}
    </section>
  )
}

/** From this length on (characters) some programs cut a link. */
const LONG_LINK_CHARS = 2_000

function ShareLink({ tokens }: { tokens: readonly string[] }) {
  const { f, w } = useI18n(exportWords)
  const rentals = useTracked(state => state.rentals)
  const interests = usePreferences(state => state.interests)
  const field = useRef<HTMLInputElement>(null)
  const [part, setPart] = useState('')
  const [outcome, setOutcome] = useState('')
  useEffect(() => {
    let isCurrent = true
    const shared = tokens.flatMap(token => rentals.get(token) ?? [])
    void writeShare(shared, interests).then(part => isCurrent && setPart(part))
    return () => {
      isCurrent = false
    }
  }, [tokens, rentals, interests])

  if (part.length > MAX_SHARE_CHARS) return <p>{w.linkTooLong(f.number(MAX_SHARE_CHARS))}</p>
  const link = shareAddress(part)

  async function copy() {
    const isCopied = await copyText(link)
    if (!isCopied) field.current?.select()
    setOutcome(isCopied ? w.linkCopied : w.linkByHand)
  }

  return (
    <>
      <div className="flex gap-2">
        <input
          ref={field}
          readOnly
          aria-label={w.link}
          value={part === '' ? '' : link}
          onFocus={event => event.target.select()}
          className="field min-w-0 rounded-md py-1.5 font-mono text-sm"
        />
        <Button words={w.linkCopy} disabled={part === ''} onClick={copy} />
      </div>
      {link.length > LONG_LINK_CHARS && (
        <p className="mt-1.5 text-muted text-sm">{w.linkLong(f.number(link.length))}</p>
      )}
      <p role="status" className="mt-1.5 font-medium text-sm empty:hidden">
        {outcome}
      </p>
    </>
  )
}
