import { mkdtemp, rm } from 'node:fs/promises'
import * as http2 from 'node:http2'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { connect, type SecureVersion } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../browser/free-port.ts'
import { ownPage } from '../server/proxy-cases.ts'
import { sendRaw } from '../server/raw-request.ts'
import { makeCertificate } from './certificates.ts'
import { type NginxProcess, startNginx } from './start-nginx.ts'

const CALL = '/api/location/status?token=abc'

let folder: string
let nginx: NginxProcess
let port: number
let session: http2.ClientHttp2Session

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-tls-'))
  port = await freePort()
  const { key, certificate } = makeCertificate(folder, 'localhost')
  nginx = await startNginx({
    settings: {
      TLS_CERTIFICATE: certificate,
      TLS_KEY: key,
      TLS_PORT: String(port),
      SERVER_NAME: 'board.example',
    },
    // Only the versions are to be what refuses an old browser.
    include: 'ssl_ciphers ALL:@SECLEVEL=0;',
  })
  session = http2.connect(`https://127.0.0.1:${port}`, { rejectUnauthorized: false })
})

afterAll(async () => {
  session.close()
  await nginx.stop()
  await rm(folder, { recursive: true })
})

async function getSecurely(path: string, headers: http2.OutgoingHttpHeaders = {}) {
  const stream = session.request({ ':path': path, 'sec-fetch-site': 'same-origin', ...headers })
  const reply = new Promise<http2.IncomingHttpHeaders>(resolve => stream.once('response', resolve))
  const { ':status': status, 'strict-transport-security': hsts } = await reply
  return { status, hsts, body: await text(stream) }
}

test('it speaks HTTP/2, under the same rule, and says that it is to stay so', async () => {
  expect(await getSecurely('/config.json')).toEqual({
    status: 200,
    hsts: 'max-age=31536000',
    body: '{"serverKey":false,"fileDownload":false,"lacksKey":true}',
  })
  expect(session.alpnProtocol).toBe('h2')
  expect(await getSecurely(CALL)).toMatchObject({ status: 200, body: expect.stringContaining('"code":1') })
  expect(await getSecurely(CALL, { origin: `https://127.0.0.1:${port}` })).toMatchObject({ status: 200 })
  expect(await getSecurely(CALL, { origin: 'https://evil.example' })).toMatchObject({ status: 403 })
  expect(await getSecurely(CALL, { ':authority': 'evil.example' })).toMatchObject({
    status: 403,
    body: expect.stringContaining('foreign-host'),
  })
  expect(await getSecurely('/api/me')).toMatchObject({ status: 404, hsts: 'max-age=31536000' })
})

test.each(['/', '/config.json', '/healthz', CALL, '/assets/x.js?a=%20b'])(
  'plain http leads to https at %s, and says nothing else',
  async target => {
    for (const host of ['localhost', '127.0.0.1', '[::1]', 'board.example']) {
      const { status, headers } = await sendRaw(nginx.port, {
        target,
        hosts: [`${host}:${nginx.port}`],
        headers: [ownPage],
      })
      expect(status).toBe(301)
      expect(headers.get('location')).toBe(`https://${host}:${port}${target}`)
      expect(headers.has('strict-transport-security')).toBe(false)
    }
  },
)

test('plain http leads nobody to a name that is not the board’s', async () => {
  const { status, headers } = await sendRaw(nginx.port, { target: '/', hosts: ['evil.example'] })
  expect(status).toBe(403)
  expect(headers.has('location')).toBe(false)
})

test.each<[SecureVersion, boolean]>([
  ['TLSv1', false],
  ['TLSv1.1', false],
  ['TLSv1.2', true],
  ['TLSv1.3', true],
])('%s is spoken: %s', async (version, isSpoken) => {
  const got = await new Promise<string | null>(resolve => {
    const socket = connect({
      port,
      host: '127.0.0.1',
      minVersion: version,
      maxVersion: version,
      ciphers: 'ALL:@SECLEVEL=0',
      rejectUnauthorized: false,
    })
    socket.once('secureConnect', () => {
      resolve(socket.getProtocol())
      socket.destroy()
    })
    socket.once('error', () => resolve(null))
  })
  expect(got).toBe(isSpoken ? version : null)
})
