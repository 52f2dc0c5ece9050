/** `broken`: the connection broke; `short`: not the length its headers say; `stalled`: no more bytes for too long. */
type IncompleteReason = 'broken' | 'short' | 'stalled'

/** A file began to come, but did not come whole. */
export class IncompleteFileError extends Error {
  override readonly name = 'IncompleteFileError'
  readonly how: IncompleteReason
  constructor(how: IncompleteReason, options?: ErrorOptions) {
    super(`incomplete file: ${how}`, options)
    this.how = how
  }
}
