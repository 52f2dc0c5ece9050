import { type ChangeEvent, useState } from 'react'
import { useBoard } from '../../board/board-context.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { isTooMuch } from '../../rentals/outside-rental.ts'
import { Button } from '../../ui/button.tsx'
import { type Backup, type BackupProblem, parseBackup } from './backup.ts'
import { RestoreDialog } from './restore-dialog.tsx'
import { downloadBackup } from './watched.ts'
import { backupWords } from './words.ts'

/** Larger files (bytes) are no backups: a thousand rentals take a fifth of a megabyte. */
const MAX_BACKUP_BYTES = 20_000_000

export function BackupSettings() {
  const text = useI18n()
  const w = useWords(backupWords)
  const board = useBoard()
  const [backup, setBackup] = useState<Backup>()
  const [problem, setProblem] = useState<BackupProblem | 'unread'>()

  function save() {
    downloadBackup(board, text)
    setProblem(isTooMuch(board.tracked.state.getState().rentals.size) ? 'too-much' : undefined)
  }

  async function open({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? []
    if (file === undefined) return
    const read = await readFile(file)
    // The same file can then be selected again.
    target.value = ''
    setProblem(typeof read === 'string' ? read : undefined)
    if (typeof read !== 'string') setBackup(read)
  }

  return (
    <section>
      <h4 className="mb-1.5 font-medium">{w.backup}</h4>
      {board.isDemo ? (
        <p className="text-muted text-sm">{w.backupDemo}</p>
      ) : (
        <>
          <p className="mb-2 text-muted text-sm">{w.backupText}</p>
          <div className="flex flex-wrap gap-2">
            <Button words={w.backupButton} onClick={save} />
            <label className="button has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
              {w.restoreButton}
              <input type="file" accept=".json,application/json" className="sr-only" onChange={open} />
            </label>
          </div>
          <p role="alert" className="mt-1.5 text-failed text-sm empty:hidden">
            {problem && w.problems[problem]}
          </p>
        </>
      )}
      {backup && <RestoreDialog backup={backup} onClose={() => setBackup(undefined)} />}
    </section>
  )
}

async function readFile(file: File): Promise<Backup | BackupProblem | 'unread'> {
  if (file.size > MAX_BACKUP_BYTES) return 'unread'
  try {
    return parseBackup(await file.text())
  } catch {
    return 'unread'
  }
}
