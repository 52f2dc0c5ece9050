import { useSyncExternalStore } from 'react'
import type { Rental } from '../../api/rental.ts'
import { useBoard } from '../../board/board-context.ts'
import { useNow } from '../../board/use-now.ts'
import { formatRelativeTime } from '../../format/format-time.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DescriptionItem, DescriptionList, Section } from '../../ui/section.tsx'
import { detailWords } from './words.ts'

export function CheckSection({ token, rental }: { token: string; rental: Rental | undefined }) {
  const text = useI18n()
  const w = useWords(detailWords)
  const { t, f } = text
  const { poller, rentalCache } = useBoard()
  const check = useSyncExternalStore(poller.checks.subscribe, () => poller.checks.get(token))
  const last = useNow(now => {
    const at = rentalCache.reply(token)?.at
    if (at === undefined) return t.detail.never
    return at > now ? w.unknownAge : formatRelativeTime(at, now, text)
  })
  const next = useNow(now => {
    if (check?.checking) return w.checkingNow
    if (check?.nextCheckAt === undefined) return w.nextNever
    return check.nextCheckAt <= now ? t.detail.nextNow : t.detail.nextIn(f.wait(check.nextCheckAt - now))
  })
  return (
    <Section title={w.checks}>
      <DescriptionList>
        {rental?.statusText !== undefined && (
          <DescriptionItem name={w.status}>{rental.statusText}</DescriptionItem>
        )}
        <DescriptionItem name={w.lastCheck}>{last}</DescriptionItem>
        <DescriptionItem name={w.nextCheck}>{next}</DescriptionItem>
      </DescriptionList>
      <Button
        words={w.check}
        className="mt-3"
        disabled={check?.checking}
        onClick={() => poller.refresh(token)}
      />
    </Section>
  )
}
