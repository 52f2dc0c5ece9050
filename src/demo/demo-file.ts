import type { StatusReply } from './status-reply.ts'

const PIECE_COUNT = 12
const PIECE_DELAY_MS = 120

/** JSON for rentals whose status is said in words and CSV for the others, so that the demo has both. */
export function demoFile({ token, status, file }: StatusReply): Response {
  const numbers = fictitiousNumbers(Number(file?.phoneNumbers ?? 0))
  const isList = typeof status === 'string' && status.length > 1
  const text = isList
    ? JSON.stringify({ success: true, token, phoneNumbers: numbers })
    : ['telephone', ...numbers, ''].join('\r\n')
  const bytes = new TextEncoder().encode(text)
  return new Response(inPieces(bytes), {
    headers: {
      'Content-Type': isList ? 'application/json' : 'text/csv; charset=utf-8',
      'Content-Length': String(bytes.byteLength),
    },
  })
}

/** Numbers that nobody has: Arcep keeps 06 39 98 00 00 to 06 39 98 99 99 for films and books. */
export function fictitiousNumbers(count: number): string[] {
  return Array.from({ length: count }, (_, nth) => `063998${String(nth % 10_000).padStart(4, '0')}`)
}

function inPieces(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  const size = Math.ceil(bytes.byteLength / PIECE_COUNT)
  let at = 0
  return new ReadableStream({
    async pull(controller) {
      await new Promise(resolve => setTimeout(resolve, PIECE_DELAY_MS))
      controller.enqueue(bytes.subarray(at, at + size))
      at += size
      if (at >= bytes.byteLength) controller.close()
    },
  })
}
