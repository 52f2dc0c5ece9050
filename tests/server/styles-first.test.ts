import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stylesFirst } from '../../src/server/styles-first.ts'

let root: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'board-styles-'))
  await writeFile(join(root, 'main.js'), 'import "./page.css"; document.title = "board"')
  await writeFile(join(root, 'page.css'), 'body { color: red }')
})

afterAll(() => rm(root, { recursive: true }))

async function built(body: string) {
  const page = `<html><head></head><body>${body}</body></html>`
  await writeFile(join(root, 'index.html'), page)
  const plugins = [stylesFirst()]
  await build({ root, configFile: false, logLevel: 'silent', plugins, build: { modulePreload: false } })
  return await readFile(join(root, 'dist/index.html'), 'utf8')
}

test('the page asks for its script with less haste than for its styles', async () => {
  const page = await built('<script type="module" src="/main.js"></script>')
  expect(page).toMatch(/<script type="module" fetchpriority="low"[^>]* src="\/assets\/[^"]+\.js">/)
  expect(page).toMatch(/<link rel="stylesheet"(?![^>]*fetchpriority)/)
})

test('a page without a script stays as it is', async () => {
  expect(await built('')).not.toContain('fetchpriority')
})
