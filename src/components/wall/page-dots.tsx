import { useI18n } from '../../i18n/i18n.ts'

/** More dots than this cannot be told apart from afar: figures say it then. */
const MAX_DOTS_SHOWN = 12

/** Which page of a lane is shown, from 0; one page alone needs no saying. The row keeps its height. */
export function PageDots({ page, pages }: { page: number; pages: number }) {
  const { t, f } = useI18n()
  const words = t.wall.page(f.number(page + 1), f.number(pages))
  return (
    <div className="flex h-5.5 items-center justify-center gap-2.5 text-muted">
      {pages > MAX_DOTS_SHOWN && words}
      {pages > 1 && pages <= MAX_DOTS_SHOWN && (
        <>
          <span className="sr-only">{words}</span>
          {Array.from({ length: pages }, (_, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a dot is nothing but its place
              key={index}
              aria-hidden="true"
              className={`size-2.5 rounded-full ${index === page ? 'bg-ink' : 'bg-line'}`}
            />
          ))}
        </>
      )}
    </div>
  )
}
