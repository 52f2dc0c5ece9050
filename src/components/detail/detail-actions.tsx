import type { Rental } from '../../api/rental.ts'
import { useText } from '../../i18n/text.ts'
import { boardAddress } from '../address.ts'
import { useBoard } from '../board-context.ts'
import { useRentalSentence } from '../use-rental-sentence.ts'
import { useStopFollowing } from '../use-stop-following.ts'

/** What can be done with a rental besides looking at it. */
export function DetailActions({ token, rental }: { token: string; rental: Rental | undefined }) {
  const { t } = useText()
  const { toasts } = useBoard()
  const stopFollowing = useStopFollowing()
  const { show } = toasts.getState()

  const sentence = useRentalSentence(rental)

  async function copy(words: string, done: string) {
    try {
      await navigator.clipboard.writeText(words)
      show({ text: done })
    } catch {
      // Over plain http on a network the browser has no clipboard to offer.
      show({ text: t.detail.copyFailed })
    }
  }

  function remove() {
    stopFollowing([token])
    location.hash = boardAddress
  }

  return (
    <footer className="flex flex-wrap gap-2 border-line border-t px-5 py-4">
      <button type="button" className="button" onClick={() => copy(token, t.detail.copied)}>
        {t.detail.copy}
      </button>
      {sentence !== undefined && (
        <button type="button" className="button" onClick={() => copy(sentence, t.detail.sentenceCopied)}>
          {t.detail.copySentence}
        </button>
      )}
      <button type="button" className="button" onClick={remove}>
        {t.detail.remove}
      </button>
    </footer>
  )
}
