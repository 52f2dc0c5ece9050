/** The request never got an answer: no network, refused or reset. */
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

/** An answer with a failing HTTP status and no error of the provider's in it. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly status: number
  /** The server's own words, or empty. */
  readonly said: string
  constructor(status: number, said = '', options?: ErrorOptions) {
    super(`HTTP ${status}`, options)
    this.status = status
    this.said = said
  }
}

/** The server asked for fewer requests: HTTP 429, code 429, or 503 with `Retry-After`. */
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

export const decodeProblems = [
  'empty',
  'html',
  'redirect',
  'truncated',
  'not-json-or-xml',
  'not-an-object',
  'nothing-in-it',
  'too-large',
] as const

type DecodeProblem = (typeof decodeProblems)[number]

/** An answer came, but no rental can be read from it. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError'
  readonly problem: DecodeProblem
  constructor(problem: DecodeProblem, options?: ErrorOptions) {
    super(`unreadable reply: ${problem}`, options)
    this.problem = problem
  }
}

export type AccountFault = 'keyRequired' | 'keyWrong' | 'deactivated' | 'blocked' | 'refused' | 'address'

/** What is wrong with the account, by code: these stop the whole board. Source: `docs/provider-api.md`, Errors. */
export const accountFaults: ReadonlyMap<number, AccountFault> = new Map([
  [1, 'keyRequired'],
  [10, 'keyWrong'],
  [20, 'deactivated'],
  [30, 'blocked'],
  [40, 'refused'],
  [96, 'address'],
])

/** The `code` of a reply without an error. */
export const ALL_IS_WELL = 200

export function isAccountError(error: unknown): error is ApiError {
  return accountFaultOf(error) !== undefined
}

/** What is wrong with the account; undefined for every other error. */
export function accountFaultOf(error: unknown): AccountFault | undefined {
  return error instanceof ApiError ? accountFaults.get(error.code ?? Number.NaN) : undefined
}
