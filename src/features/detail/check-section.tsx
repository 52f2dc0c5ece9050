import { useSyncExternalStore } from 'react'
import type { Rental } from '../../api/rental.ts'
import { useBoard } from '../../board/board-context.ts'
import { useNow } from '../../board/use-now.ts'
import { formatRelativeTime } from '../../format/format-time.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DescriptionItem, DescriptionList, Section } from '../../ui/section.tsx'

export function CheckSection({ token, rental }: { token: string; rental: Rental | undefined }) {
  const text = useI18n()
  const { t, f } = text
  const { poller, rentalCache } = useBoard()
  const check = useSyncExternalStore(poller.checks.subscribe, () => poller.checks.get(token))
  const last = useNow(now => {
    const at = rentalCache.reply(token)?.at
    if (at === undefined) return t.detail.never
    return at > now ? t.detail.unknownAge : formatRelativeTime(at, now, text)
  })
  const next = useNow(now => {
    if (check?.checking) return t.detail.checkingNow
    if (check?.nextCheckAt === undefined) return t.detail.nextNever
    return check.nextCheckAt <= now ? t.detail.nextNow : t.detail.nextIn(f.wait(check.nextCheckAt - now))
  })
  return (
    <Section title={t.detail.checks}>
      <DescriptionList>
        {rental?.statusText !== undefined && (
          <DescriptionItem name={t.detail.status}>{rental.statusText}</DescriptionItem>
        )}
        <DescriptionItem name={t.detail.lastCheck}>{last}</DescriptionItem>
        <DescriptionItem name={t.detail.nextCheck}>{next}</DescriptionItem>
      </DescriptionList>
      <Button
        words={t.detail.check}
        className="mt-3"
        disabled={check?.checking}
        onClick={() => poller.refresh(token)}
      />
    </Section>
  )
}
