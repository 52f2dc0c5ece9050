/** The request never got an answer: no network, refused, reset, or redirected. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
}

/** No whole answer within `afterMs`, headers and body together. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError'
  readonly afterMs: number
  constructor(afterMs: number, options?: ErrorOptions) {
    super(`no whole reply within ${afterMs} ms`, options)
    this.afterMs = afterMs
  }
}

/** An answer with a failing HTTP status and no API error in it. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly status: number
  constructor(status: number, options?: ErrorOptions) {
    super(`HTTP ${status}`, options)
    this.status = status
  }
}

/** The server asked for fewer requests: 429, or 503 with `Retry-After`. */
export class RateLimitError extends Error {
  override readonly name = 'RateLimitError'
  /** Milliseconds to wait, as the server named them (may be negative or huge); absent when it named none. */
  readonly retryAfterMs: number | undefined
  constructor(retryAfterMs: number | undefined, options?: ErrorOptions) {
    super('too many requests', options)
    this.retryAfterMs = retryAfterMs
  }
}

/** The provider answered `success: false`. Codes: `docs/provider-api.md`, Errors. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** Absent when the reply named none. */
  readonly code: number | undefined
  /** `message` is the provider's own words, or empty. */
  constructor(code: number | undefined, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** What made a reply unreadable. */
export type DecodeProblem =
  | 'empty'
  | 'html'
  | 'truncated'
  | 'not-json-or-xml'
  | 'not-an-object'
  | 'nothing-in-it'
  | 'too-large'

/** An answer came, but no rental can be read from it. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError'
  readonly problem: DecodeProblem
  constructor(problem: DecodeProblem, options?: ErrorOptions) {
    super(`unreadable reply: ${problem}`, options)
    this.problem = problem
  }
}

export type RentalError = NetworkError | TimeoutError | HttpError | RateLimitError | ApiError | DecodeError

/** Account errors stop the whole board: 1 key required, 10 wrong key, 96 address not allowed. */
const accountCodes: ReadonlySet<number | undefined> = new Set([1, 10, 96])

/** True for an error that is the account's, never one rental's. Source: `docs/provider-api.md`, Errors. */
export function isAccountError(error: unknown): error is ApiError {
  return error instanceof ApiError && accountCodes.has(error.code)
}

/** True for code 32, the rental does not exist. */
export function isNotFound(error: unknown): error is ApiError {
  return error instanceof ApiError && error.code === 32
}
