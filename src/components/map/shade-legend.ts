import type { ColourClass } from '../../domain/colour-classes.ts'
import type { I18n } from '../../i18n/i18n.ts'
import { type MapColour, NO_DATA_CLASS, shadeColours } from './map-colours.ts'
import type { LegendEntry } from './map-legend.tsx'

/** The shades in words: «moins de 500», «500 à 999», «5 000 et plus»; then what else the map shows. */
export function colourLegend(
  shades: readonly ColourClass[],
  fills: readonly MapColour[],
  { t, f }: I18n,
): readonly LegendEntry[] {
  const words = ({ from, to }: ColourClass) => {
    if (to === undefined) return t.map.from(f.number(from))
    return from === 1 ? t.map.below(f.number(to + 1)) : t.map.between(f.number(from), f.number(to))
  }
  return [
    ...(fills.some(({ className }) => className === NO_DATA_CLASS)
      ? [{ words: t.map.untold, fill: { className: NO_DATA_CLASS } }]
      : []),
    ...shades.map((shade, index) => ({
      words: words(shade),
      fill: { className: shadeColours[index] ?? NO_DATA_CLASS },
    })),
    ...(fills.some(({ isShort }) => isShort)
      ? [{ words: t.map.levels.short, fill: { className: 'fill-surface', isShort: true } }]
      : []),
  ]
}
