import { useStore } from 'zustand'
import { useBoard } from '../board-context.ts'
import { DownloadDialog } from './download-dialog.tsx'
import { closeFile, downloadStore } from './download-store.ts'
import { InterruptedBanner } from './interrupted-banner.tsx'

/** What stands over the board for files: word of a download that was cut off, and the dialog that fetches one. */
export function DownloadLayer() {
  const { files } = useBoard()
  const token = useStore(downloadStore, state => state.token)
  if (files === undefined) return null
  return (
    <>
      <InterruptedBanner files={files} />
      {token !== undefined && <DownloadDialog key={token} token={token} files={files} onClose={closeFile} />}
    </>
  )
}
