/**
 * The milliseconds that a `Retry-After` header asks to wait, from its seconds or its HTTP date; negative when
 * that lies in the past, absent when the header is missing or cannot be read.
 */
export function retryAfterMs(header: string | null): number | undefined {
  const value = header?.trim() ?? ''
  const wait = /^-?\d+$/.test(value) ? Number(value) * 1_000 : httpDate(value) - Date.now()
  return Number.isFinite(wait) ? wait : undefined
}

/** `Date.parse` alone would also read `5.5` or `soon 1` as a date. */
function httpDate(value: string): number {
  return /^[A-Z][a-z]{2,8}, .+ GMT$/.test(value) ? Date.parse(value) : Number.NaN
}
