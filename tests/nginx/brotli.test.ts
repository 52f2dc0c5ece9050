import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendRaw } from '../server/raw-request.ts'
import { buildSmallPage } from '../server/small-page.ts'
import { type NginxProcess, startNginx } from './start-nginx.ts'

let root: string
let script: string
let nginx: NginxProcess

beforeAll(async () => {
  root = await buildSmallPage()
  const assets = await readdir(join(root, 'dist/assets'))
  script = `/assets/${assets.find(file => file.endsWith('.js'))}`
  nginx = await startNginx({
    settings: { WEB_ROOT: join(root, 'dist') },
    modules: ['ngx_http_brotli_static_module'],
    include: 'brotli_static on;',
  })
}, 60_000)

afterAll(async () => {
  await nginx.stop()
  await rm(root, { recursive: true })
})

const unpack = { br: brotliDecompressSync, gzip: gunzipSync }

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['br', 'br'],
  ['gzip, deflate', 'gzip'],
] as const)('with the brotli module, who takes %s is sent %s', async (accepted, encoding) => {
  for (const target of ['/', script]) {
    const plain = await sendRaw(nginx.port, { target, headers: [] })
    const { status, headers, body } = await sendRaw(nginx.port, {
      target,
      headers: [['Accept-Encoding', accepted]],
    })
    expect(status).toBe(200)
    expect(headers.get('content-encoding')).toBe(encoding)
    expect(headers.get('vary')).toBe('Accept-Encoding')
    for (const same of ['content-type', 'cache-control', 'content-security-policy']) {
      expect(headers.get(same), same).toBe(plain.headers.get(same))
    }
    expect(unpack[encoding](body)).toEqual(plain.body)
  }
})
