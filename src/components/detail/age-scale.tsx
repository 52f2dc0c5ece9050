/** The ages that the provider's order form takes. Source: `docs/provider-api.md`, The reply. */
const MIN_AGE_YEARS = 18
const MAX_AGE_YEARS = 98

/** A range of ages (years) on the 18–98 scale; the words beside it say the same. */
export function AgeScale({ min, max }: { min: number; max: number }) {
  const from = place(min)
  return (
    <div className="mt-1.5 mb-1 h-1.5 rounded-full border border-line bg-sunken" aria-hidden="true">
      <div
        className="-mt-px h-1.5 min-w-1.5 rounded-full bg-ink forced-colors:bg-[CanvasText]"
        style={{ marginLeft: `${from}%`, width: `${place(max) - from}%` }}
      />
    </div>
  )
}

/** Where an age stands on the scale, in percent. */
function place(age: number): number {
  return (
    ((Math.min(MAX_AGE_YEARS, Math.max(MIN_AGE_YEARS, age)) - MIN_AGE_YEARS) /
      (MAX_AGE_YEARS - MIN_AGE_YEARS)) *
    100
  )
}
