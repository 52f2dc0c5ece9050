/** The local day of a moment (milliseconds since 1970): 2026-11-23. */
export function localDay(at: number): string {
  const date = new Date(at)
  return [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
}

/** The local time of day of a moment (milliseconds since 1970), to the minute: 14:02. */
export function localMinute(at: number): string {
  const date = new Date(at)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
