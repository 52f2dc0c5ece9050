import { once } from 'node:events'
import { connect } from 'node:net'

/** A request as it is to be written on the wire: nothing in it is encoded, resolved or completed. */
export type RawRequest = {
  /** GET when not given. */
  method?: string
  target: string
  /** The values of the `Host` headers; the server's own address when not given. */
  hosts?: readonly string[]
  headers?: readonly (readonly [name: string, value: string])[]
  body?: string
}

export type RawReply = {
  /** 0 when the connection closed without a reply. */
  status: number
  /** Names in lower case. */
  headers: ReadonlyMap<string, string>
  body: Buffer
  /** Every byte that came. */
  bytes: Buffer
}

function parse(bytes: Buffer): RawReply {
  const end = bytes.indexOf('\r\n\r\n')
  const [statusLine = '', ...lines] = bytes.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n')
  const headers = lines.map(line => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  return {
    status: Number(statusLine.split(' ')[1] ?? 0),
    headers: new Map(headers),
    body: bytes.subarray(end + 4),
    bytes,
  }
}

/** Writes the request to the port of this machine, byte for byte, and reads until the server closes. */
export async function sendRaw(port: number, request: RawRequest): Promise<RawReply> {
  const { method = 'GET', target, hosts = [`localhost:${port}`], headers = [], body = '' } = request
  const head = [
    `${method} ${target} HTTP/1.1`,
    ...hosts.map(host => `Host: ${host}`),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    'Connection: close',
  ]
  const socket = connect({ host: 'localhost', port })
  const chunks: Buffer[] = []
  socket.on('data', chunk => chunks.push(chunk))
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`, 'latin1')
  await once(socket, 'close')
  return parse(Buffer.concat(chunks))
}
