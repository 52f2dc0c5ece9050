import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

describe('the board', () => {
  let folder: string

  beforeAll(async () => {
    folder = join(root, 'board')
    const args = ['build', repository, '--outDir', folder, '--emptyOutDir']
    const { code, output } = await runVite(args, { root, env: canaryEnv })
    expect(code, output).toBe(0)
    expect(betraysCanary(output)).toBe(false)
  }, 120_000)

  test('is built without the key', async () => {
    const built = await readFolder(folder)
    expect(built.includes('Suivi des locations')).toBe(true)
    expect(betraysCanary(built)).toBe(false)
  })

  test('is built with the licence of every library, and where its data is from', async () => {
    const notices = await readFile(join(folder, 'third-party-notices.txt'), 'utf8')
    const { dependencies } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'))
    for (const [name, version] of Object.entries({ ...dependencies, scheduler: '' }))
      expect(notices).toContain(`\n## ${name} - ${version}`)
    for (const source of ['decoupage-administratif', 'france.departments', 'world-atlas', 'Tailwind'])
      expect(notices).toContain(source)
  })
})
