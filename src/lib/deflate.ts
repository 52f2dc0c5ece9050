import { attempt } from './attempt.ts'
import { joinBytes } from './join-bytes.ts'

/** All current browsers can, over http too. */
export function canDeflate(): boolean {
  return 'CompressionStream' in globalThis
}

/** RFC 1951, without header. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return await readAll(send(bytes, new CompressionStream('deflate-raw')), Infinity)
}

/** Throws when the bytes are damaged or inflate to more than `most`. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array> {
  return await readAll(send(bytes, new DecompressionStream('deflate-raw')), most)
}

function send(bytes: Uint8Array<ArrayBuffer>, { writable, readable }: GenericTransformStream) {
  const writer = writable.getWriter()
  // An error on this side is thrown on the other side, too, where it is read.
  writer.write(bytes).catch(() => undefined)
  writer.close().catch(() => undefined)
  return readable.getReader()
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length
    if (length > most) {
      await reader.cancel()
      throw new RangeError(`more than ${most} bytes`)
    }
    parts.push(part.value)
  }
  return joinBytes(parts)
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
