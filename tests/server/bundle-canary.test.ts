import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { betraysCanary, canaryEnv, createLeakyPage, spellings } from './canary.ts'
import { runVite } from './vite-process.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))

let root: string

beforeAll(async () => {
  root = await createLeakyPage()
})

afterAll(() => rm(root, { recursive: true }))

async function readFolder(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile())
  return Buffer.concat(await Promise.all(files.map(file => readFile(join(file.parentPath, file.name)))))
}

test.each(Object.entries(spellings))('the search itself finds the canary %s', (_name, text) => {
  expect(betraysCanary(`{"message":"${text}"}`)).toBe(true)
})

test('a page that asks for the whole environment is built without the key', async () => {
  const { code, output } = await runVite(['build'], { root })
  expect(code, output).toBe(0)
  const built = await readFolder(join(root, 'dist'))
  expect(built.includes('everything')).toBe(true)
  expect(betraysCanary(built)).toBe(false)
  expect(betraysCanary(output)).toBe(false)
}, 60_000)

test('the board is built without the key', async () => {
  const outDir = join(root, 'board')
  const { code, output } = await runVite(['build', repository, '--outDir', outDir, '--emptyOutDir'], {
    root,
    env: canaryEnv,
  })
  expect(code, output).toBe(0)
  const built = await readFolder(outDir)
  expect(built.includes('Suivi des locations')).toBe(true)
  expect(betraysCanary(built)).toBe(false)
  expect(betraysCanary(output)).toBe(false)
}, 120_000)
