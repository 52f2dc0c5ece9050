import { useEffect, useRef, useState } from 'react'
import { usePreferences, useTracked } from '../../board/board-context.ts'
import { shareAddress } from '../../board/routes.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { copyText } from '../../lib/copy-text.ts'
import { MAX_SHARE_CHARS, writeShare } from '../../rentals/share-link.ts'
import { Button } from '../../ui/button.tsx'
import { exportWords } from './words.ts'

/** From this length on (characters) some programs cut a link. */
const LONG_LINK_CHARS = 2_000

export function ShareLink({ tokens }: { tokens: readonly string[] }) {
  const { f, w } = useI18n(exportWords)
  const rentals = useTracked(state => state.rentals)
  const interests = usePreferences(state => state.interests)
  const field = useRef<HTMLInputElement>(null)
  const [part, setPart] = useState('')
  const [outcome, setOutcome] = useState('')
  useEffect(() => {
    let isCurrent = true
    const shared = tokens.flatMap(token => rentals.get(token) ?? [])
    void writeShare(shared, interests).then(part => isCurrent && setPart(part))
    return () => {
      isCurrent = false
    }
  }, [tokens, rentals, interests])

  if (part.length > MAX_SHARE_CHARS) return <p>{w.linkTooLong(f.number(MAX_SHARE_CHARS))}</p>
  const link = shareAddress(part)

  async function copy() {
    const isCopied = await copyText(link)
    if (!isCopied) field.current?.select()
    setOutcome(isCopied ? w.linkCopied : w.linkByHand)
  }

  return (
    <>
      <div className="flex gap-2">
        <input
          ref={field}
          readOnly
          aria-label={w.link}
          value={part === '' ? '' : link}
          onFocus={event => event.target.select()}
          className="field min-w-0 rounded-md py-1.5 font-mono text-sm"
        />
        <Button words={w.linkCopy} disabled={part === ''} onClick={copy} />
      </div>
      {link.length > LONG_LINK_CHARS && (
        <p className="mt-1.5 text-muted text-sm">{w.linkLong(f.number(link.length))}</p>
      )}
      <p role="status" className="mt-1.5 font-medium text-sm empty:hidden">
        {outcome}
      </p>
    </>
  )
}
