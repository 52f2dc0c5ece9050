import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import * as http2 from 'node:http2'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../browser/free-port.ts'
import { ownPage } from '../server/proxy-cases.ts'
import { sendRaw } from '../server/raw-request.ts'
import { makeCertificate } from './certificates.ts'
import { type NginxProcess, startNginx } from './start-nginx.ts'

const CALL = '/api/location/status?token=abc'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-access-'))
})

afterAll(() => rm(folder, { recursive: true }))

describe('with a password file', () => {
  let nginx: NginxProcess
  let file: string

  beforeAll(async () => {
    file = join(folder, 'passwords')
    const hash = execFileSync('openssl', ['passwd', '-apr1', 'right'], { encoding: 'utf8' })
    await writeFile(file, `anna:${hash}`)
    nginx = await startNginx({ settings: { PASSWORD_FILE: file } })
  })

  afterAll(() => nginx.stop())

  test.each([
    ['nobody', [], 401],
    ['a wrong password', [['Authorization', `Basic ${btoa('anna:wrong')}`] as const], 401],
    ['the right password', [['Authorization', `Basic ${btoa('anna:right')}`] as const], 200],
  ])('%s is answered %s', async (_who, headers, status) => {
    for (const target of ['/config.json', CALL]) {
      const reply = await sendRaw(nginx.port, { target, headers: [...headers, ownPage] })
      expect(reply.status).toBe(status)
      expect(reply.headers.has('www-authenticate')).toBe(status === 401)
    }
    const page = await sendRaw(nginx.port, { target: '/', headers })
    expect(page.status).toBe(status === 401 ? 401 : 404)
  })

  test('nobody is let in once the file is empty, or gone', async () => {
    const headers = [['Authorization', `Basic ${btoa('anna:right')}`] as const, ownPage]
    await writeFile(file, '')
    for (const target of ['/', '/config.json', CALL])
      expect((await sendRaw(nginx.port, { target, headers })).status).toBe(401)
    await rm(file)
    for (const target of ['/', '/config.json', CALL])
      expect((await sendRaw(nginx.port, { target, headers })).status).toBe(403)
  })
})

describe('with TLS', () => {
  let nginx: NginxProcess
  let port: number
  let session: http2.ClientHttp2Session

  beforeAll(async () => {
    port = await freePort()
    const { key, certificate } = makeCertificate(folder, 'localhost')
    const include = `listen 127.0.0.1:${port} ssl http2; ssl_certificate ${certificate}; ssl_certificate_key ${key};`
    nginx = await startNginx({ include })
    session = http2.connect(`https://127.0.0.1:${port}`, { rejectUnauthorized: false })
  })

  afterAll(async () => {
    session.close()
    await nginx.stop()
  })

  async function get(path: string, headers: http2.OutgoingHttpHeaders = {}) {
    const stream = session.request({ ':path': path, 'sec-fetch-site': 'same-origin', ...headers })
    const status = new Promise(resolve => stream.once('response', reply => resolve(reply[':status'])))
    return { status: await status, body: await text(stream) }
  }

  test('speaks HTTP/2, under the same rule', async () => {
    expect(await get('/config.json')).toEqual({
      status: 200,
      body: '{"serverKey":false,"fileDownload":false,"lacksKey":true}',
    })
    expect(session.alpnProtocol).toBe('h2')
    expect(await get(CALL)).toMatchObject({ status: 200, body: expect.stringContaining('"code":1') })
    expect(await get(CALL, { origin: `https://127.0.0.1:${port}` })).toMatchObject({ status: 200 })
    expect(await get(CALL, { origin: 'https://evil.example' })).toMatchObject({ status: 403 })
    expect(await get(CALL, { ':authority': 'evil.example' })).toMatchObject({
      status: 403,
      body: expect.stringContaining('foreign-host'),
    })
    expect(await get('/api/me')).toMatchObject({ status: 404 })
  })
})
