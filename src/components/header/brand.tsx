import { useText } from '../../i18n/text.ts'

/** The nine lamps of the mark: where each stands, and the two that are lit. */
const lamps = [0, 10, 20].flatMap(y => [0, 10, 20].map(x => ({ x, y, lit: litLamp(x, y) })))

function litLamp(x: number, y: number): string {
  if (x === 0 && y === 0) return 'fill-ready-lamp'
  return x === 10 && y === 10 ? 'fill-generating-lamp' : 'fill-band-line'
}

/** The board's mark and name. */
export function Brand() {
  const { t } = useText()
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2.5 xl:flex-none sm:gap-3">
      <svg viewBox="0 0 27 27" className="size-6.5 shrink-0" aria-hidden="true">
        {lamps.map(({ x, y, lit }) => (
          <rect key={`${x} ${y}`} x={x} y={y} width="7" height="7" rx="2" className={lit} />
        ))}
      </svg>
      <h1 className="font-semibold text-base leading-tight tracking-tight sm:text-lg">{t.title}</h1>
    </div>
  )
}
