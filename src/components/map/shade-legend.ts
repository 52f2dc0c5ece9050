import type { Shade } from '../../domain/shades.ts'
import type { FullText } from '../../i18n/full-text.ts'
import { type Fill, shadeFills, UNTOLD } from './fills.ts'
import type { LegendEntry } from './map-legend.tsx'

/** The shades in words: «moins de 500», «500 à 999», «5 000 et plus»; then what else the map shows. */
export function shadeLegend(
  shades: readonly Shade[],
  fills: readonly Fill[],
  { t, f }: FullText,
): readonly LegendEntry[] {
  const words = ({ from, to }: Shade) => {
    if (to === undefined) return t.map.from(f.number(from))
    return from === 1 ? t.map.below(f.number(to + 1)) : t.map.between(f.number(from), f.number(to))
  }
  return [
    ...(fills.some(({ className }) => className === UNTOLD)
      ? [{ words: t.map.untold, fill: { className: UNTOLD } }]
      : []),
    ...shades.map((shade, index) => ({
      words: words(shade),
      fill: { className: shadeFills[index] ?? UNTOLD },
    })),
    ...(fills.some(({ isShort }) => isShort)
      ? [{ words: t.map.levels.short, fill: { className: 'fill-surface', isShort: true } }]
      : []),
  ]
}
