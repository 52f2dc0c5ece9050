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
