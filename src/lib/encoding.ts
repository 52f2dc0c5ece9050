import { attempt } from './attempt.ts'
import { readStream } from './read-stream.ts'

/** All current browsers can, over http too. */
export function canDeflate(): boolean {
  return 'CompressionStream' in globalThis
}

/** RFC 1951, without header. */
export function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return readStream(through(new CompressionStream('deflate-raw'), bytes))
}

/** Throws when the bytes are damaged or inflate to more than `most`. */
export function inflate(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array> {
  return readStream(through(new DecompressionStream('deflate-raw'), bytes), received => {
    if (received > most) throw new RangeError(`more than ${most} bytes`)
  })
}

function through(transform: GenericTransformStream, bytes: Uint8Array<ArrayBuffer>) {
  return new Response(bytes).body?.pipeThrough(transform) ?? null
}

/** RFC 4648, section 5, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Undefined when the text is not base64url. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  const binary = attempt(() => atob(text.replaceAll('-', '+').replaceAll('_', '/')))
  return binary === undefined ? undefined : Uint8Array.from(binary, character => character.charCodeAt(0))
}

/** The text itself where its escapes are malformed. */
export function percentDecoded(text: string): string {
  return attempt(() => decodeURIComponent(text)) ?? text
}
