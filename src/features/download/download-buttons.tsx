import { Download } from 'lucide'
import { useMemo, useSyncExternalStore } from 'react'
import { useShallow } from 'zustand/shallow'
import { useBoard, useModel } from '../../board/board-context.ts'
import { type FilteredRentals, useFilteredRentals } from '../../board/filter-provider.tsx'
import { useFilesOffered } from '../../board/use-files-offered.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { createDownloadAttempts } from './download-attempts.ts'
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

/** Those of the rentals whose file can be fetched from here now: ready, let through, and not fetched just before. */
export function useOfferedFiles(tokens: readonly string[]): readonly string[] {
  const { files, now } = useBoard()
  const ready = useModel(
    useShallow(({ summaries }) => tokens.filter(token => summaries.get(token)?.state === 'ready')),
  )
  const isOffered = useFilesOffered(ready.length > 0)
  const markers = useMemo(() => createDownloadAttempts(files?.storage, now), [files, now])
  const fetched = useSyncExternalStore(markers.subscribe, () =>
    ready.filter(token => markers.get(token)?.state === 'done').join(' '),
  )
  return useMemo(() => {
    const done = new Set(fetched.split(' '))
    return isOffered ? ready.filter(token => !done.has(token)) : []
  }, [isOffered, ready, fetched])
}
