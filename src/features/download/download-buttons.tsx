import { Download } from 'lucide'
import { useBoard } from '../../board/board-context.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { useOfferedFiles } from './offered-files.ts'
import { downloadWords } from './words.ts'

type DownloadButtonProps = {
  token: string
  /** In a row it is short, and no tab stop. */
  isInRow?: boolean
}

export function DownloadButton({ token, isInRow = false }: DownloadButtonProps) {
  const w = useWords(downloadWords)
  const { dialogs } = useBoard()
  const isOffered = useOfferedFiles([token]).length > 0
  if (!isOffered) return null
  return (
    <Button
      tabIndex={isInRow ? -1 : undefined}
      className="button-ready"
      {...(!isInRow && { icon: Download })}
      words={isInRow ? w.start : w.action}
      onClick={() => dialogs.askForFile(token)}
    />
  )
}

/** Fetches the file of a rental, alone or on the way to the next one of the list that has a file. */
export function DownloadActions({ token, listed }: { token: string; listed: readonly string[] }) {
  const w = useWords(downloadWords)
  const { dialogs } = useBoard()
  const offered = useOfferedFiles(listed.includes(token) ? listed : [token])
  const index = offered.indexOf(token)
  if (index === -1) return null
  const next = offered[(index + 1) % offered.length]
  return (
    <>
      <DownloadButton token={token} />
      {next !== undefined && next !== token && (
        <Button
          words={w.andNext}
          aria-label={w.actionAndNext}
          onClick={() => dialogs.askForFile(token, next)}
        />
      )}
    </>
  )
}
