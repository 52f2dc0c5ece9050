import { Pencil } from 'lucide'
import { useState } from 'react'
import { useRentalSentence } from '../../board/use-rental.ts'
import { formatError } from '../../format/format-error.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { statusSentences } from '../../rentals/status-sentences.ts'
import type { Summary } from '../../rentals/summary.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { CheckButton } from './check-button.tsx'
import { TokenEditor } from './token-editor.tsx'
import { detailWords } from './words.ts'

type WhatToDoProps = { summary: Summary; reason: string; onCopyByHand: (text: string) => void }

/** Of a rental that needs a look: what the provider says of it, why that may be, and what can be done. */
export function WhatToDo({ summary, reason, onCopyByHand }: WhatToDoProps) {
  const { t } = useI18n()
  const w = useWords(detailWords)
  const { token, rental } = summary
  const isTokenInDoubt = summary.state === 'not-found' || summary.state === 'error'
  const [isCorrecting, setIsCorrecting] = useState(false)
  const said = useProviderSentence(summary)
  const order = useRentalSentence(rental)
  const message = w.support.message(token, t.states[summary.state], said, order)
  return (
    <section className="mt-4 rounded-lg bg-failed-tint px-4 py-3" aria-labelledby="what-to-do">
      <h3 id="what-to-do" className="font-semibold text-failed">
        {w.whatToDo}
      </h3>
      {said !== undefined && <p className="mt-1">{said}</p>}
      <p className="mt-1">{reason}</p>
      {isCorrecting ? (
        <TokenEditor token={token} onLeave={() => setIsCorrecting(false)} />
      ) : (
        <div className="mt-3 flex flex-wrap gap-2">
          {isTokenInDoubt && (
            <Button
              icon={Pencil}
              className="button-main"
              words={w.correct}
              onClick={() => setIsCorrecting(true)}
            />
          )}
          <CopyButton
            className={`whitespace-normal ${isTokenInDoubt ? 'order-last' : 'button-main'}`}
            words={message}
            label={w.support.copy}
            done={w.support.copied}
            onRefused={() => onCopyByHand(message)}
          />
          <CheckButton token={token} />
        </div>
      )}
    </section>
  )
}

/** The provider's own sentence, in full; of a mere code the one that its page gives. */
function useProviderSentence({ state, rental, error }: Summary): string | undefined {
  const text = useI18n()
  const w = useWords(detailWords)
  if (error !== undefined && state !== 'failed' && state !== 'unknown') return formatError(error, text)
  const status = rental?.statusText
  if (status === undefined) return undefined
  const { french, english } = statusSentences.failed
  if (state === 'failed' && /^\d+$/.test(status)) {
    return w.says(text.language === 'fr' ? french : english[0], status)
  }
  return w.says(status)
}
