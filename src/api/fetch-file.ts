import { readStream } from '../lib/read-stream.ts'
import { TimeoutError } from './errors.ts'
import { failureOf, type RequestOptions, request } from './request.ts'
import { type Timeout, withTimeout } from './timeouts.ts'

/** For the headers, and between two pieces: more than the server waits, whose error says what went wrong. */
const WAIT_MS = 45_000

/** Bytes; `total` is undefined where the server does not say. */
export type FileProgress = { readonly received: number; readonly total: number | undefined }

export type FetchedFile = {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** `Content-Type` and `Content-Disposition`, empty where they were not given. */
  readonly type: string
  readonly disposition: string
}

export type FetchFileOptions = RequestOptions & { onProgress?: (progress: FileProgress) => void }

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

/**
 * Asks the board's own server for the file of a rental, once: the provider does not give a file twice.
 * @throws NetworkError, TimeoutError, HttpError, RateLimitError or ApiError when no file began to come,
 * IncompleteFileError when it did not come whole; an abort of the caller's signal throws that signal's reason.
 */
export function fetchFile(token: string, options: FetchFileOptions = {}): Promise<FetchedFile> {
  return withTimeout(options.signal, async timeout => {
    timeout.allow(WAIT_MS, new TimeoutError(WAIT_MS))
    const response = await request('file/download', token, 'error', { ...options, signal: timeout.signal })
    timeout.allow(WAIT_MS, new IncompleteFileError('stalled'))
    if (!response.ok) throw await failureOf(response)
    return {
      bytes: await receive(response, timeout, options.onProgress),
      type: response.headers.get('Content-Type') ?? '',
      disposition: response.headers.get('Content-Disposition') ?? '',
    }
  })
}

async function receive(
  { body, headers }: Response,
  { signal, allow }: Timeout,
  onProgress: FetchFileOptions['onProgress'],
): Promise<Uint8Array<ArrayBuffer>> {
  const total = lengthIn(headers)
  const tell = (received: number) => {
    if (!signal.aborted) onProgress?.({ received, total })
  }
  tell(0)
  const read = readStream(body, received => {
    allow(WAIT_MS, new IncompleteFileError('stalled'))
    tell(received)
  })
  const bytes = await read.catch(cause => {
    throw new IncompleteFileError('broken', { cause })
  })
  if (total !== undefined && total !== bytes.byteLength) throw new IncompleteFileError('short')
  return bytes
}

/** Undefined for a compressed body, whose `Content-Length` is not the length that arrives in the page. */
function lengthIn(headers: Headers): number | undefined {
  const length = headers.get('Content-Length') ?? ''
  return /^\d{1,15}$/.test(length) && !headers.has('Content-Encoding') ? Number(length) : undefined
}
