/** The year 9999, milliseconds since 1970: later ones cannot be written as a date everywhere. */
const LATEST_MS = 253_370_764_800_000

/** True for milliseconds since 1970 that can be shown as a date and time. */
export function isMoment(value: number): boolean {
  return value >= 0 && value <= LATEST_MS
}
