import { useNow } from '../../board/use-now.ts'
import { formatSince } from '../../format/format-time.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import type { Summary } from '../../rentals/summary.ts'
import { detailWords } from './words.ts'

/** Says that a rental takes much longer than others on this board did. */
export function LateNotice({ summary: { state, since, usualMs } }: { summary: Summary }) {
  const text = useI18n()
  const w = useWords(detailWords)
  const lasts = useNow(now => (since ? formatSince(state, since, now, text) : ''))
  if (usualMs === undefined) return null
  return (
    <p className="mt-2 rounded-md bg-generating-tint px-3 py-2 text-generating text-sm">
      {w.late(text.t.states[state], lasts, text.f.duration(usualMs))}
    </p>
  )
}
