import { joinBytes } from '../lib/join-bytes.ts'
import { NetworkError, TimeoutError } from './errors.ts'
import { ownPageHeaders, throwIfRateLimited, toHttpError } from './fetch-rental.ts'
import { IncompleteFileError } from './incomplete-file-error.ts'
import { createIdleTimeout, type IdleTimeout } from './timeouts.ts'

/** For the headers, and between two pieces: more than the server waits, whose error says what went wrong. */
const HEADERS_TIMEOUT_MS = 45_000
const IDLE_TIMEOUT_MS = 45_000

/** Bytes; `total` is undefined where the server does not say. */
export type FileProgress = { readonly received: number; readonly total: number | undefined }

export type FetchedFile = {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** `Content-Type` and `Content-Disposition`, empty where they were not given. */
  readonly type: string
  readonly disposition: string
}

export type FetchFileOptions = {
  /** Ends the request; its reason is then thrown as it is. */
  signal?: AbortSignal
  apiKey?: string | undefined
  fetch?: typeof globalThis.fetch | undefined
  onProgress?: (progress: FileProgress) => void
}

/**
 * Asks the board's own server for the file of a rental, once: the provider does not give a file twice.
 * @throws NetworkError, TimeoutError, HttpError, RateLimitError or ApiError when no file began to come,
 * IncompleteFileError when it did not come whole; an abort of the caller's signal throws that signal's reason.
 */
export async function fetchFile(token: string, options: FetchFileOptions = {}): Promise<FetchedFile> {
  const timeout = createIdleTimeout(options.signal)
  try {
    const response = await timeout.within(open(token, timeout, options))
    throwIfRateLimited(response)
    if (!response.ok) throw await toHttpError(response)
    return {
      bytes: await receive(response, timeout, options.onProgress),
      type: response.headers.get('Content-Type') ?? '',
      disposition: response.headers.get('Content-Disposition') ?? '',
    }
  } catch (error) {
    throw timeout.signal.aborted ? timeout.signal.reason : error
  } finally {
    timeout.end()
  }
}

async function open(token: string, timeout: IdleTimeout, options: FetchFileOptions): Promise<Response> {
  const { apiKey, fetch = globalThis.fetch } = options
  timeout.await(HEADERS_TIMEOUT_MS, new TimeoutError(HEADERS_TIMEOUT_MS))
  const url = `${location.origin}/api/location/file/download?token=${encodeURIComponent(token)}`
  const response = await fetch(url, {
    signal: timeout.signal,
    headers: ownPageHeaders(apiKey),
    redirect: 'error',
    cache: 'no-store',
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
  }).catch(cause => {
    throw new NetworkError('the request got no answer', { cause })
  })
  timeout.await(IDLE_TIMEOUT_MS, new IncompleteFileError('stalled'))
  return response
}

async function receive(
  { body, headers }: Response,
  timeout: IdleTimeout,
  onProgress: FetchFileOptions['onProgress'],
): Promise<Uint8Array<ArrayBuffer>> {
  const total = lengthIn(headers)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let received = 0
  const reader = body?.getReader()
  for (;;) {
    onProgress?.({ received, total })
    const piece = await timeout.within(next(reader))
    timeout.await(IDLE_TIMEOUT_MS, new IncompleteFileError('stalled'))
    if (!piece?.value) break
    chunks.push(piece.value)
    received += piece.value.byteLength
  }
  if (total !== undefined && total !== received) throw new IncompleteFileError('short')
  return joinBytes(chunks)
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined) {
  try {
    return await reader?.read()
  } catch {
    throw new IncompleteFileError('broken')
  }
}

/** Undefined for a compressed body, whose `Content-Length` is not the length that arrives in the page. */
function lengthIn(headers: Headers): number | undefined {
  const length = headers.get('Content-Length') ?? ''
  return /^\d{1,15}$/.test(length) && !headers.has('Content-Encoding') ? Number(length) : undefined
}
