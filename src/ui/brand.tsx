import { useI18n } from '../i18n/i18n.ts'

const dots = [0, 10, 20].flatMap(y => [0, 10, 20].map(x => ({ x, y, lit: litDot(x, y) })))

function litDot(x: number, y: number): string {
  if (x === 0 && y === 0) return 'fill-ready-dot'
  return x === 10 && y === 10 ? 'fill-generating-dot' : 'fill-header-line'
}

export function Brand() {
  const { t } = useI18n()
  return (
    <div className="flex min-w-0 items-center gap-2.5 sm:gap-3">
      <svg viewBox="0 0 27 27" className="size-6.5 shrink-0" aria-hidden="true">
        {dots.map(({ x, y, lit }) => (
          <rect key={`${x} ${y}`} x={x} y={y} width="7" height="7" rx="2" className={lit} />
        ))}
      </svg>
      <h1 className="font-semibold text-base leading-tight tracking-tight sm:text-lg">{t.title}</h1>
    </div>
  )
}
