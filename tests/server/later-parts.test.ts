import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { laterParts } from '../../src/server/later-parts.ts'

let root: string

const page = '<html><head></head><body><script type="module" src="/src/main.js"></script></body></html>'

const sources = {
  'index.html': page,
  'src/main.js':
    'import("./components/map.js"); import("./components/list.js"); import("./demo/demo.js"); import "./first.js"',
  'src/first.js': 'document.title = "first"',
  'src/components/map.js': 'import "./shapes.js"; import "../first.js"; document.title = "map"',
  'src/components/costs.js': 'import "./shapes.js"; document.title = "costs"',
  'src/components/shapes.js': 'document.title = "shapes"; import("./costs.js")',
  'src/components/list.js': 'document.title = "list"',
  'src/demo/demo.js': 'document.title = "demo"',
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'board-parts-'))
  for (const [name, text] of Object.entries(sources)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), text)
  }
})

afterAll(() => rm(root, { recursive: true }))

test('the page names the parts that come when they are wanted, with what they import', async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [laterParts()],
    build: {
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'soon', test: /list\.js$/ }] } } },
    },
  })
  const html = await readFile(join(root, 'dist/index.html'), 'utf8')
  const names = /<meta name="later-parts" content="([^"]+)" \/>/.exec(html)?.[1]?.split(' ') ?? []
  const texts = await Promise.all(names.map(name => readFile(join(root, 'dist', name), 'utf8')))
  const titles = texts.flatMap(text =>
    [...text.matchAll(/title\s*=\s*["'`](\w+)/g)].map(([, title]) => title),
  )
  expect(titles.sort()).toEqual(['costs', 'map', 'shapes'])
})
