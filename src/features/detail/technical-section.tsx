import { useMemo, useRef, useSyncExternalStore } from 'react'
import type { Rental } from '../../api/rental.ts'
import { useBoard } from '../../board/board-context.ts'
import { useNow } from '../../board/use-now.ts'
import { formatRelativeTime } from '../../format/format-time.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import type { Summary } from '../../rentals/summary.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { DescriptionItem, DescriptionList, FoldedSection } from '../../ui/section.tsx'
import { prettyReply } from './pretty-reply.ts'
import { detailWords } from './words.ts'

/** How the rental is checked, and what the provider answered, for whoever looks into it. */
export function TechnicalSection({ summary, raw }: { summary: Summary; raw: string | undefined }) {
  const text = useI18n(detailWords)
  const { f, w } = text
  const later = useWords(laterWords)
  const { poller, rentalCache } = useBoard()
  const { token, rental, error } = summary
  const check = useSyncExternalStore(poller.checks.subscribe, () => poller.checks.get(token))
  const last = useNow(now => {
    // An error of the provider's is an answer, too.
    const at = error?.name === 'ApiError' ? check?.lastTriedAt : rentalCache.reply(token)?.at
    if (at === undefined) return later.never
    return at > now ? w.unknownAge : formatRelativeTime(at, now, text)
  })
  const next = useNow(now => {
    if (check?.checking) return w.checkingNow
    if (check?.nextCheckAt === undefined) return w.nextNever
    return check.nextCheckAt <= now ? later.nextNow : later.nextIn(f.wait(check.nextCheckAt - now))
  })
  return (
    <FoldedSection title={raw === undefined ? w.checks : w.technical}>
      <DescriptionList>
        {rental?.statusText !== undefined && !isPlainCode(rental) && (
          <DescriptionItem name={w.status}>{rental.statusText}</DescriptionItem>
        )}
        <DescriptionItem name={later.lastReply}>{last}</DescriptionItem>
        <DescriptionItem name={w.nextCheck}>{next}</DescriptionItem>
      </DescriptionList>
      {raw !== undefined && <RawReply raw={raw} />}
    </FoldedSection>
  )
}

/** A documented status sent as its number says nothing that its badge does not. */
function isPlainCode({ status, statusText = '' }: Rental): boolean {
  return status !== 'unknown' && /^\d+$/.test(statusText)
}

/** Characters of a reply that are shown. */
const MAX_SHOWN_CHARS = 20_000

/** Shown in lines, the start of a long one, and copied word for word. */
export function RawReply({ raw }: { raw: string }) {
  const { f, w } = useI18n(detailWords)
  const pretty = useMemo(() => prettyReply(raw, MAX_SHOWN_CHARS), [raw])
  const reply = useRef<HTMLPreElement>(null)

  function select() {
    if (reply.current === null) return
    reply.current.focus()
    getSelection()?.selectAllChildren(reply.current)
  }

  return (
    <>
      <h4 className="mt-4 mb-2 font-semibold text-muted text-sm">{w.raw}</h4>
      <pre
        ref={reply}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="mb-3 max-h-80 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs"
      >
        {pretty}
      </pre>
      {raw.length > MAX_SHOWN_CHARS && (
        <p className="mb-3 text-muted text-sm">{w.rawStart(f.number(MAX_SHOWN_CHARS))}</p>
      )}
      <CopyButton words={raw} label={w.copyRaw} done={w.rawCopied} onRefused={select} />
    </>
  )
}
