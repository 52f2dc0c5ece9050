import { readStream } from '../lib/read-stream.ts'
import { DecodeError, NetworkError } from './errors.ts'

/** Bytes; a reply weighs about one thousand. */
const MAX_BODY_BYTES = 1_000_000

const XML_DECLARATION_BYTES = 200

/** Byte order marks: they say more surely than any header what follows them. */
const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

/**
 * Reads the whole body as text, in the encoding that its byte order mark, its `Content-Type` or its XML
 * declaration names, else UTF-8. A byte order mark is dropped.
 * @throws DecodeError `too-large` above 1 MB, NetworkError when the connection breaks.
 */
export async function readBody(response: Response): Promise<string> {
  const bytes = await readBytes(response)
  return decodeText(bytes, response.headers.get('Content-Type') ?? '')
}

/** The bytes as text, in the encoding that they or the `Content-Type` name, else UTF-8. */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  return decoderFor(contentType, bytes).decode(bytes)
}

function readBytes({ body }: Response): Promise<Uint8Array> {
  const read = readStream(body, received => {
    if (received > MAX_BODY_BYTES) throw new DecodeError('too-large')
  })
  return read.catch(cause => {
    if (cause instanceof DecodeError) throw cause
    throw new NetworkError('the connection broke during the reply', { cause })
  })
}

function decoderFor(contentType: string, bytes: Uint8Array): TextDecoder {
  const mark = marks.find(mark => mark.bytes.every((byte, index) => bytes[index] === byte))
  const encoding = mark?.encoding ?? charsetIn(contentType) ?? declaredIn(bytes) ?? 'utf-8'
  try {
    return new TextDecoder(encoding)
  } catch {
    return new TextDecoder('utf-8')
  }
}

function charsetIn(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType)?.[1]
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, XML_DECLARATION_BYTES))
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)/i.exec(start)?.[1]
}
