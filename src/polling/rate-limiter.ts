/** Requests that may be under way at once. */
export const MAX_IN_FLIGHT = 4

/** Requests that may go out at once after a quiet time. */
const BURST = 20

// A token counts as whole this many ms early: a refill computed from whole milliseconds may fall short of it.
const ROUNDING_MS = 1e-3

/** The weight of the newest answer in the smoothed latency. */
const LATENCY_SMOOTHING = 0.05
/** An answer that took longer (ms) slept on the way: every source gives up sooner. */
const MAX_LATENCY_MS = 10_000

export const MINUTE_MS = 60_000

export type Limiter = {
  /** What the token bucket held at `at` (ms); it fills at the budget's rate. */
  readonly tokens: number
  readonly at: number
  /** How long answers take, ms, smoothed. */
  readonly latency: number
  /** The requests of the minute before the latest, which is the last. */
  readonly sent: readonly { readonly at: number }[]
}

export function fullLimiter(at: number): Limiter {
  return { tokens: BURST, at, latency: 0, sent: [] }
}

/** Leaves, for a server that asked for fewer requests, one, then the steady rate from `at` on. */
export function drain(limiter: Limiter, at: number): Limiter {
  return { ...limiter, tokens: 1, at }
}

/** The limiter after one request at `at`; `rate` in requests a second. */
export function consume(limiter: Limiter, rate: number, at: number): Limiter {
  return {
    ...limiter,
    tokens: tokensAt(limiter, rate, at) - 1,
    at: Math.max(at, limiter.at),
    sent: [...limiter.sent.filter(earlier => earlier.at > at - MINUTE_MS), { at }],
  }
}

/** The limiter after an answer that took `ms`; a negative time if the clock was set back meanwhile. */
export function recordLatency(limiter: Limiter, ms: number): Limiter {
  const change = Math.min(Math.max(0, ms), MAX_LATENCY_MS) - limiter.latency
  return { ...limiter, latency: limiter.latency + change * LATENCY_SMOOTHING }
}

/** When (ms) the next request may go out, `at` itself if now. */
export function nextTokenAt(limiter: Limiter, rate: number, at: number): number {
  const wait = ((1 - tokensAt(limiter, rate, at)) / rate) * 1_000
  return Math.max(at, limiter.at) + Math.max(0, Math.ceil(wait - ROUNDING_MS))
}

function tokensAt(limiter: Limiter, rate: number, at: number): number {
  const elapsed = Math.max(0, at - limiter.at)
  return Math.min(BURST, limiter.tokens + (elapsed / 1_000) * rate)
}

/** Requests a second that can really be had: what the budget allows, or what fits when answers are slow. */
export function capacity({ latency }: Limiter, rate: number): number {
  return Math.min(rate, (MAX_IN_FLIGHT * 1_000) / latency)
}
