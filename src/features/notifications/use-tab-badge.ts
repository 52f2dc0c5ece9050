import { useEffect } from 'react'
import { useModel, usePollStatus } from '../../board/board-context.ts'
import { type I18n, useI18n } from '../../i18n/i18n.ts'
import { isLoss, type PollPhase } from '../../rentals/poll-phase.ts'
import { countStates } from '../../rentals/totals.ts'

/** Beyond this the icon says «99+»: three digits cannot be read at 16 pixels. */
const MAX_COUNT = 99

/** Font sizes, in 32nds of the icon, by the number of figures. */
const sizes = [0, 24, 20, 15]

export function useTabBadge(): void {
  const text = useI18n()
  const phase = usePollStatus(status => status.phase)
  const ready = useModel(({ summaries }) => countStates(summaries.values()).ready)

  useEffect(() => {
    document.title = tabTitle(ready, phase, text)
  }, [ready, phase, text])

  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    if (icon === null || ready === 0) return
    const plain = icon.href
    icon.href = countedFavicon(ready)
    return () => {
      icon.href = plain
    }
  }, [ready])
}

/** «(3) Suivi des locations», after the loss while there is one. */
export function tabTitle(ready: number, phase: PollPhase, { t, f }: I18n): string {
  const title = ready > 0 ? `(${f.number(ready)}) ${t.title}` : t.title
  return isLoss(phase) ? `${t.live[phase]} – ${title}` : title
}

/** As a data URL. */
export function countedFavicon(ready: number): string {
  const figures = ready > MAX_COUNT ? `${MAX_COUNT}+` : String(ready)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#17171a"/><text x="16" y="16" dy=".36em" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="700" font-size="${sizes[figures.length]}" fill="#22c17a">${figures}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
