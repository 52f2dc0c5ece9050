import type { RequestListener, ServerResponse } from 'node:http'
import { CANARY } from './canary.ts'
import { type ProviderFault, providerFaults } from './faults.ts'

/** As the board's own page asks for a file. */
export function fileRequest(token: string) {
  return {
    target: `/api/location/file/download?token=${token}`,
    headers: [['Sec-Fetch-Site', 'same-origin'] as const],
  }
}

/** Faults of the body, which a reply that is held back whole can be refused for, and a stream cannot. */
const inTheBody = /body/

/** Ways in which no file begins to come, and the refusal each comes to. */
export const refusedFiles: readonly ProviderFault[] = [
  ...providerFaults.filter(({ name }) => !inTheBody.test(name)),
  {
    name: 'a file above 64 MB that says so',
    answer: (_request, response) => {
      response.writeHead(200, { 'Content-Length': String(64 * 1024 * 1024 + 1) }).write('x')
    },
    status: 502,
    error: 'upstream-unreadable',
  },
]

/** Ways in which a file breaks off once it has begun to come. */
export const brokenFiles: readonly { name: string; answer: RequestListener; isSlow?: true }[] = [
  {
    name: 'a reset inside a body of known length',
    answer: (request, response) => {
      response.writeHead(200, { 'Content-Length': '100000' })
      response.write('0639980000\r\n'.repeat(4_000), () => request.socket.resetAndDestroy())
    },
  },
  {
    name: 'a reset inside a body of unknown length',
    answer: (request, response) => {
      response.write('0639980000\r\n'.repeat(4_000), () => request.socket.resetAndDestroy())
    },
  },
  {
    name: 'a body that ends early',
    answer: (request, response) => {
      response.writeHead(200, { 'Content-Length': '100000' })
      response.write('0639980000\r\n'.repeat(4_000), () => request.socket.end())
    },
  },
  { name: 'a body without end', answer: (_request, response) => pour(response) },
  {
    name: 'silence after many numbers',
    answer: (_request, response) => void response.write('0639980000\r\n'.repeat(4_000)),
    isSlow: true,
  },
]

function pour(response: ServerResponse): void {
  const more = () => {
    while (response.write('x'.repeat(65_536)));
  }
  response.on('drain', more)
  more()
}

/** Bytes of every kind with the key among them, and what is to come of them. */
export const mixed = {
  sent: Buffer.concat([everyByte(), Buffer.from(CANARY), everyByte()]),
  passed: Buffer.concat([everyByte(), Buffer.from('*'.repeat(CANARY.length)), everyByte()]),
}

function everyByte(): Buffer {
  return Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
}

/** Bytes after which a decoder of UTF-8 waits for more, with the key behind them: it is to be found all the same. */
export const unfinished: readonly Buffer[] = [
  [0xc3],
  [0xe2],
  [0xe2, 0x82],
  [0xf0],
  [0xf0, 0x9f],
  [0xf0, 0x9f, 0x98],
  [0xff],
].map(bytes => Buffer.concat([Buffer.from(bytes), Buffer.from(CANARY)]))

/** Sends the bytes in pieces of this size, each on its way before the next. */
export function inPieces(bytes: Buffer, size: number): RequestListener {
  return async (_request, response) => {
    response.writeHead(200, { 'Content-Length': bytes.byteLength, 'Content-Type': 'text/csv' })
    for (let at = 0; at < bytes.byteLength; at += size) {
      await new Promise(resolve => response.write(bytes.subarray(at, at + size), resolve))
    }
    response.end()
  }
}

/** 500,000 numbers, 6 MB. */
export function largeFile(): Buffer {
  const lines = Array.from(
    { length: 500_000 },
    (_, nth) => `063998${String(nth % 10_000).padStart(4, '0')}\r\n`,
  )
  return Buffer.from(lines.join(''))
}
