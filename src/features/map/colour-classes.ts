const COLOUR_CLASS_COUNT = 5

/** A range of counts; the darkest has no upper end. */
export type ColourClass = { readonly from: number; readonly to: number | undefined }

/**
 * Parts counts from 1 to `most` into at most five shades, at round numbers (1, 2 or 5 and zeros) that about double:
 * so small departments stay apart beside a very large one.
 */
export function colourClassesUpTo(most: number): readonly ColourClass[] {
  const steps = roundBelow(most).slice(-(COLOUR_CLASS_COUNT - 1))
  const starts = [1, ...steps]
  return starts.map((from, index) => {
    const next = starts[index + 1]
    return { from, to: next === undefined ? undefined : next - 1 }
  })
}

/** From 0; undefined for a count of 0. */
export function colourClassOf(count: number, shades: readonly ColourClass[]): number | undefined {
  const index = shades.findLastIndex(({ from }) => count >= from)
  return index < 0 ? undefined : index
}

function roundBelow(most: number): readonly number[] {
  const round: number[] = []
  for (let power = 1; power < most; power *= 10) {
    round.push(...[2, 5, 10].map(factor => factor * power).filter(step => step < most))
  }
  return round
}
