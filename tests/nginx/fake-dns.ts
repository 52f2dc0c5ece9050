import { createSocket } from 'node:dgram'
import { once } from 'node:events'

export type FakeDns = {
  /** For `NGINX_LOCAL_RESOLVERS`. */
  address: string
  close(): Promise<void>
}

const ANSWERED = 0x8180
const NO_SUCH_NAME = 0x8183
const TYPE_A = 1

/** An A record for the name in the question, which lives for a minute: 127.0.0.1. */
const loopbackRecord = Buffer.from('c00c000100010000003c00047f000001', 'hex')

/** A name server on the loopback that finds the given names on the loopback, and no other name at all. */
export async function startFakeDns(names: readonly string[]): Promise<FakeDns> {
  const socket = createSocket('udp4')
  socket.on('message', (query, { port, address }) => socket.send(answer(query, names), port, address))
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return {
    address: `127.0.0.1:${socket.address().port}`,
    async close() {
      socket.close()
      await once(socket, 'close')
    },
  }
}

function answer(query: Buffer, names: readonly string[]): Buffer {
  const { name, end } = readName(query)
  const isKnown = names.includes(name)
  const hasRecord = isKnown && query.readUInt16BE(end) === TYPE_A
  const head = Buffer.from(query.subarray(0, 12))
  head.writeUInt16BE(isKnown ? ANSWERED : NO_SUCH_NAME, 2)
  head.writeUInt16BE(hasRecord ? 1 : 0, 6)
  head.fill(0, 8)
  return Buffer.concat([head, query.subarray(12, end + 4), ...(hasRecord ? [loopbackRecord] : [])])
}

/** The name that is asked for, and where what follows it begins. */
function readName(query: Buffer): { name: string; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.'), end: at + 1 }
}
