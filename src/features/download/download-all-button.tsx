import { Download } from 'lucide'
import { useBoard } from '../../board/board-context.ts'
import { type FilteredRentals, useFilteredRentals } from '../../board/filter-provider.tsx'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { useOfferedFiles } from './offered-files.ts'
import { downloadWords } from './words.ts'

/** Fetches the file of every ready rental that the list shows; one alone has its own button. */
export function DownloadAllButton() {
  const w = useWords(downloadWords)
  const { dialogs } = useBoard()
  const offered = useOfferedFiles(useFilteredRentals(selectReady))
  if (offered.length < 2) return null
  return (
    <Button
      className="font-semibold max-sm:px-2 max-sm:text-xs max-sm:[&>svg]:hidden print:hidden"
      icon={Download}
      words={w.all(offered.length)}
      onClick={() => dialogs.askForFiles(offered)}
    />
  )
}

/** Those that wait longest first. */
function selectReady({ shown }: FilteredRentals): readonly string[] {
  return shown
    .filter(({ state }) => state === 'ready')
    .toSorted((a, b) => (a.since?.since ?? Infinity) - (b.since?.since ?? Infinity) || 0)
    .map(({ token }) => token)
}
