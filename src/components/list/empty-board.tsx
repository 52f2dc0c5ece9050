import { useI18n } from '../../i18n/i18n.ts'
import { useBoard } from '../board-context.ts'

/** The board before its first rental: what it is for, and a look at one that is full. */
export function EmptyBoard({ onDemo }: { onDemo: () => void }) {
  const { t } = useI18n()
  const { isDemo } = useBoard()
  return (
    <section className="mt-4 rounded-xl border border-line border-dashed px-6 py-16 text-center">
      <h2 className="font-semibold text-xl tracking-tight">{t.list.emptyTitle}</h2>
      <p className="mx-auto mt-2 max-w-prose text-balance text-muted">{t.list.emptyText}</p>
      {!isDemo && (
        <button type="button" className="button mt-6" onClick={onDemo}>
          {t.list.emptyDemo}
        </button>
      )}
    </section>
  )
}
