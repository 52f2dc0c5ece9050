import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { betraysCanary, CANARY } from '../server/canary.ts'
import { plainAnswer } from '../server/fake-upstream.ts'
import { fileRequest } from '../server/file-faults.ts'
import { ownPage } from '../server/proxy-cases.ts'
import { type RawRequest, sendRaw } from '../server/raw-request.ts'
import { makeCertificate } from './certificates.ts'
import { type FakeDns, startFakeDns } from './fake-dns.ts'
import { startNginx } from './start-nginx.ts'

const NAME = 'provider.test'
const OTHER = 'other.test'

let folder: string
let certificate: string
let strange: string
let dns: FakeDns
let provider: Server
let port: number
const names: unknown[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-tls-'))
  const own = makeCertificate(folder, NAME)
  certificate = own.certificate
  strange = makeCertificate(folder, 'strange.test').certificate
  dns = await startFakeDns([NAME, OTHER])
  const options = { key: await readFile(own.key), cert: await readFile(certificate) }
  provider = createServer(options, plainAnswer).listen(0, '127.0.0.1')
  provider.on('secureConnection', ({ servername }: TLSSocket) => names.push(servername))
  await once(provider, 'listening')
  const address = provider.address()
  port = address !== null && typeof address === 'object' ? address.port : 0
})

beforeEach(() => {
  names.length = 0
})

afterAll(async () => {
  provider.closeAllConnections()
  provider.close()
  await dns.close()
  await rm(folder, { recursive: true })
})

/** Both calls go out of nginx in ways of their own. */
const requests = [
  ['status', { target: '/api/location/status?token=abc', headers: [ownPage] }],
  ['file', fileRequest('abc')],
] as const

async function ask(name: string, trusted: string, request: RawRequest) {
  const nginx = await startNginx({
    settings: {
      SMSPARTNER_API_URL: `https://${name}:${port}/v1`,
      SMSPARTNER_API_KEY: CANARY,
      NGINX_LOCAL_RESOLVERS: dns.address,
      CA_BUNDLE: trusted,
      ALLOW_FILE_DOWNLOAD: '1',
    },
  })
  const reply = await sendRaw(nginx.port, request)
  const betrayed = betraysCanary(reply.bytes) || betraysCanary(await nginx.logs())
  await nginx.stop()
  return { status: reply.status, body: reply.body.toString(), betrayed }
}

describe.each(requests)('asked for a %s', (_what, request) => {
  test('a provider that proves its name is asked by that name', async () => {
    const reply = await ask(NAME, certificate, request)
    expect(reply).toEqual({ status: 200, body: '{"success":true,"status":2}', betrayed: false })
    expect(names).toEqual([NAME])
  })

  test.each([
    ['signed by nobody who is trusted', NAME, () => strange],
    ['that is another server’s', OTHER, () => certificate],
    ['of a name that does not exist', 'nobody.test', () => certificate],
  ])('a certificate %s is refused with 502', async (_which, name, trusted) => {
    const { status, body, betrayed } = await ask(name, trusted(), request)
    expect(status).toBe(502)
    expect(JSON.parse(body)).toMatchObject({ error: 'upstream-unreachable' })
    expect(betrayed).toBe(false)
  })
})
