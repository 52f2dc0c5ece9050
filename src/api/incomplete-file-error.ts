/** How a file failed to come whole. */
type IncompleteReason =
  /** The connection broke. */
  | 'broken'
  /** It came to another length than its headers say. */
  | 'short'
  /** Nothing more came for too long. */
  | 'stalled'

/** A file began to come, but did not come whole. */
export class IncompleteFileError extends Error {
  override readonly name = 'IncompleteFileError'
  readonly how: IncompleteReason
  constructor(how: IncompleteReason, options?: ErrorOptions) {
    super(`incomplete file: ${how}`, options)
    this.how = how
  }
}
