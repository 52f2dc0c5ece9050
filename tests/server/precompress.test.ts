import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSmallPage } from './small-page.ts'

let root: string
let files: string[]

beforeAll(async () => {
  root = await buildSmallPage()
  files = await readdir(join(root, 'dist'), { recursive: true })
}, 60_000)

afterAll(() => rm(root, { recursive: true }))

test.each([
  ['.gz', gunzipSync],
  ['.br', brotliDecompressSync],
] as const)('the build lays a %s beside every longer text', async (ending, unpack) => {
  const packed = files.filter(file => file.endsWith(ending)).toSorted()
  expect(packed).toEqual([expect.stringMatching(/^assets\/index-[\w-]+\.js\./), `index.html${ending}`])
  for (const file of packed) {
    const bytes = await readFile(join(root, 'dist', file))
    const original = await readFile(join(root, 'dist', file.slice(0, -ending.length)))
    expect(unpack(bytes)).toEqual(original)
    expect(bytes.byteLength).toBeLessThan(original.byteLength / 10)
  }
})

test('the build leaves a short text alone', () => {
  expect(files.filter(file => file.startsWith('version.json'))).toEqual(['version.json'])
})
