import type { ReactNode } from 'react'
import { useBoard, useTracked } from '../../board/board-context.ts'
import { useOrderedRentals } from '../../board/filter-provider.tsx'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/modal.tsx'
import { downloadBackup } from '../backup/watched.ts'
import { backupWords } from '../backup/words.ts'
import { downloadCsv } from './export-csv.ts'
import { ShareLink } from './share-link.tsx'
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
