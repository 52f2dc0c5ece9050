import { useState } from 'react'
import type { Rental } from '../../api/rental.ts'
import { boardAddress } from '../../board/routes.ts'
import { useRentalSentence } from '../../board/use-rental.ts'
import { useUntrack } from '../../board/use-untrack.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { DownloadButton } from '../download/download-button.tsx'
import { detailWords } from './words.ts'

export function DetailActions({ token, rental }: { token: string; rental: Rental | undefined }) {
  const w = useWords(detailWords)
  const untrack = useUntrack()
  const sentence = useRentalSentence(rental)
  /** The text that the browser would not copy. */
  const [byHand, setByHand] = useState<string>()

  function remove() {
    untrack([token])
    location.hash = boardAddress
  }

  return (
    <footer className="flex flex-wrap gap-2 border-line border-t px-5 py-4">
      <DownloadButton token={token} />
      <CopyButton words={token} label={w.copy} done={w.copied} onRefused={() => setByHand(token)} />
      {sentence !== undefined && (
        <CopyButton
          words={sentence}
          label={w.copySentence}
          done={w.sentenceCopied}
          onRefused={() => setByHand(sentence)}
        />
      )}
      <Button words={w.remove} onClick={remove} />
      {byHand !== undefined && (
        <textarea
          key={byHand}
          ref={selectAtOnce}
          readOnly
          rows={2}
          aria-label={w.byHand}
          value={byHand}
          className="field mt-1 resize-none rounded-md py-2 font-mono text-sm"
        />
      )}
    </footer>
  )
}

function selectAtOnce(field: HTMLTextAreaElement | null) {
  field?.select()
}
