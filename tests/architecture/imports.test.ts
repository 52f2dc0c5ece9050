import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { arrowFault, betweenFeatures, featureArrow } from './arrows.ts'
import { cycleThrough, graphOf, reachedFrom } from './graph.ts'
import { type ImportKind, parseSource, sourceFiles } from './source-files.ts'

const files = sourceFiles('src')

const MAX_LINES = 300

/** Tables of words and of data, which no split would make easier to read. */
const tables: ReadonlySet<string> = new Set(['src/i18n/fr.ts', 'src/i18n/en.ts'])

describe('the files of src', () => {
  test('import along the data flow only', () => {
    expect(files.flatMap(({ path, imports }) => imports.flatMap(to => arrowFault(path, to) ?? []))).toEqual(
      [],
    )
  })

  test('import other features for the reasons that are named, each of which is needed', () => {
    const arrows = files.flatMap(({ path, imports }) =>
      imports.map(({ target }) => featureArrow(path, target)),
    )
    expect(new Set(arrows.filter(arrow => arrow !== undefined))).toEqual(
      new Set(Object.keys(betweenFeatures)),
    )
  })

  test('make no cycle', () => {
    const graph = graphOf(files, ['static', 'type', 'dynamic'])
    expect(files.flatMap(({ path }) => cycleThrough(path, graph) ?? [])).toEqual([])
  })

  test('leave the demonstration, msw and English out of the first chunk', () => {
    const first = [...reachedFrom('src/main.tsx', graphOf(files, ['static']))]
    expect(first).toContain('src/app/app.tsx')
    expect(first.filter(path => /^src\/demo\/|^msw|^src\/i18n\/en\./.test(path))).toEqual([])
  })

  test('name each other with the extension', () => {
    const imports = files.flatMap(({ path, imports }) => imports.map(({ target }) => ({ path, target })))
    const own = imports.filter(({ target }) => target.startsWith('src/'))
    const known = new Set([...files.map(({ path }) => path), 'src/styles/main.css'])
    expect(own.filter(({ target }) => !known.has(target))).toEqual([])
  })

  test('name nothing that is stored, but for one', () => {
    const page = files.map(({ path }) => path).filter(path => !path.startsWith('src/server/'))
    const naming = page.filter(path => readFileSync(path, 'utf8').includes('rental-board:'))
    expect(naming).toEqual(['src/storage.ts'])
  })

  test('export what they define, by name, but for what nginx imports', () => {
    const forNginx = /^src\/server\/.*-rule\.js$/
    const other = files.filter(file => file.passesOn || file.hasDefaultExport)
    expect(other.map(({ path }) => path).filter(path => !forNginx.test(path))).toEqual([])
  })

  test('have kebab-case names', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.d\.ts|\.tsx?|\.js)$/
    expect(files.map(({ path }) => path).filter(path => !kebab.test(basename(path)))).toEqual([])
  })

  test(`are at most ${MAX_LINES} lines long`, () => {
    const long = files.filter(({ path, lines }) => lines > MAX_LINES && !tables.has(path))
    expect(long.map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([])
  })
})

describe('an arrow', () => {
  test.each<[string, string, ImportKind]>([
    ['src/main.tsx', 'src/app/app.tsx', 'static'],
    ['src/main.tsx', 'src/styles/main.css', 'static'],
    ['src/app/demo-board.tsx', 'src/demo/provider-reply.ts', 'static'],
    ['src/app/board-page.tsx', 'src/features/list/rental-list.tsx', 'static'],
    ['src/features/list/rental-row.tsx', 'src/features/list/row-cells.tsx', 'static'],
    ['src/features/detail/places-section.tsx', 'src/features/map/rental-map.tsx', 'dynamic'],
    ['src/features/header/header.tsx', 'src/ui/icon.tsx', 'static'],
    ['src/features/header/header.tsx', 'src/i18n/i18n.ts', 'static'],
    ['src/features/list/rental-row.tsx', 'src/polling/poller.ts', 'static'],
    ['src/ui/status-tiles.tsx', 'src/board/view.ts', 'static'],
    ['src/board/use-rental.ts', 'src/format/describe-rental.ts', 'static'],
    ['src/format/format-places.ts', 'src/places/known-places.ts', 'static'],
    ['src/rentals/totals.ts', 'src/api/rental.ts', 'type'],
    ['src/rentals/totals.ts', 'big.js', 'static'],
    ['src/rentals/tracked-rental.ts', 'zod/mini', 'static'],
    ['src/rentals/tracked-rental.ts', 'src/storage.ts', 'static'],
    ['src/polling/check-interval.ts', 'src/rentals/status.ts', 'static'],
    ['src/api/provider-vocabulary.ts', 'src/rentals/status.ts', 'static'],
    ['src/api/timeouts.ts', 'src/api/errors.ts', 'static'],
    ['src/storage.ts', 'src/lib/attempt.ts', 'static'],
    ['src/demo/demo-rental.ts', 'src/rentals/status.ts', 'static'],
    ['src/demo/demo-rental.ts', 'src/api/rental.ts', 'type'],
    ['src/server/settings.ts', 'node:path', 'static'],
    ['src/server/status-proxy.ts', 'vite', 'type'],
    ['src/api/rental.ts', 'src/server/token-rule.js', 'static'],
    ['src/server/request-rule.js', 'src/server/token-rule.js', 'static'],
  ])('%s -> %s (%s) is allowed', (path, target, kind) => {
    expect(arrowFault(path, { target, kind })).toBeUndefined()
  })

  test.each<[string, string, ImportKind, string]>([
    ['src/lib/clock.ts', 'src/api/rental.ts', 'type', 'lib may not import api'],
    ['src/lib/clock.ts', 'src/storage.ts', 'static', 'lib may not import storage'],
    ['src/lib/clock.ts', 'zod/mini', 'static', 'lib imports nothing'],
    ['src/rentals/status.ts', 'src/lib/clock.ts', 'type', 'status table may not import lib'],
    ['src/rentals/status.ts', 'lucide', 'static', 'status table imports nothing'],
    ['src/storage.ts', 'src/api/rental.ts', 'static', 'storage may not import api'],
    ['src/api/errors.ts', 'src/rentals/groups.ts', 'type', 'api may not import rentals'],
    ['src/api/errors.ts', 'src/polling/next-check.ts', 'type', 'api may not import polling'],
    ['src/polling/next-check.ts', 'src/rentals/totals.ts', 'static', 'polling may not import rentals'],
    ['src/rentals/totals.ts', 'src/board/routes.ts', 'static', 'rentals may not import board'],
    ['src/rentals/totals.ts', 'src/format/csv.ts', 'static', 'rentals may not import format'],
    ['src/rentals/totals.ts', 'src/i18n/fr.ts', 'static', 'rentals may not import i18n'],
    ['src/format/format-time.ts', 'src/ui/icon.tsx', 'static', 'format may not import ui'],
    ['src/board/routes.ts', 'src/ui/icon.tsx', 'static', 'board may not import ui'],
    ['src/ui/modal.tsx', 'src/features/settings/key-dialog.tsx', 'dynamic', 'ui may not import features'],
    [
      'src/features/wall/wall-view.tsx',
      'src/features/header/header.tsx',
      'static',
      'a feature may not import another, wall -> header',
    ],
    ['src/features/header/header.tsx', 'src/demo/demo-rental.ts', 'type', 'features may not import demo'],
    ['src/features/header/header.tsx', 'src/app/app.tsx', 'dynamic', 'features may not import app'],
    ['src/i18n/fr.ts', 'src/api/rental.ts', 'type', 'i18n may not import api'],
    ['src/demo/demo-rental.ts', 'src/api/errors.ts', 'static', 'demo may not import api'],
    ['src/demo/demo-rental.ts', 'src/rentals/totals.ts', 'type', 'demo may not import rentals'],
    ['src/app/app.tsx', 'src/server/settings.ts', 'static', 'app may not import server'],
    ['src/app/app.tsx', 'src/main.tsx', 'static', 'app may not import main'],
    ['src/app/app.tsx', 'src/styles/main.css', 'static', 'app may not import styles'],
    ['src/main.tsx', 'src/demo/demo-rental.ts', 'dynamic', 'main may not import demo'],
    ['src/server/settings.ts', 'src/rentals/totals.ts', 'type', 'server may not import rentals'],
    ['src/server/settings.ts', 'src/api/rental.ts', 'static', 'server may not import api'],
    [
      'src/server/settings.ts',
      'big.js',
      'static',
      'server imports node, vite, zod and the shapes of the map only',
    ],
    ['src/api/errors.ts', 'node:path', 'static', 'the page has no node'],
    ['src/api/errors.ts', 'zod', 'static', 'zod comes as zod/mini'],
    ['src/api/errors.ts', 'tests/network.ts', 'static', 'leaves src'],
    ['src/new/file.ts', 'src/lib/clock.ts', 'static', 'new may not import lib'],
  ])('%s -> %s (%s) is refused', (path, target, kind, why) => {
    expect(arrowFault(path, { target, kind })).toBe(`${path} -> ${target}: ${why}`)
  })
})

describe('the parser of imports', () => {
  test('finds every kind of import, and what is passed on', () => {
    const text = `
      import type { A } from './a.ts'
      import { type B, b } from './b.ts'
      import '../styles/main.css'
      export { c } from './c.ts'
      const later = import('./later.ts')
      const words = "import './no.ts'" // import './no.ts'
      export default later`
    expect(parseSource('src/lib/x.ts', text)).toEqual({
      path: 'src/lib/x.ts',
      lines: 8,
      imports: [
        { target: 'src/lib/a.ts', kind: 'type' },
        { target: 'src/lib/b.ts', kind: 'static' },
        { target: 'src/styles/main.css', kind: 'static' },
        { target: 'src/lib/c.ts', kind: 'static' },
        { target: 'src/lib/later.ts', kind: 'dynamic' },
      ],
      passesOn: true,
      hasDefaultExport: true,
    })
  })

  test('follows a way round, and none where there is none', () => {
    const source = (name: string, to: string) => parseSource(`src/lib/${name}.ts`, `import './${to}.ts'`)
    const graph = graphOf([source('a', 'b'), source('b', 'c'), source('c', 'b')], ['static'])
    expect(cycleThrough('src/lib/b.ts', graph)).toBe('src/lib/b.ts -> src/lib/c.ts -> src/lib/b.ts')
    expect(cycleThrough('src/lib/a.ts', graph)).toBeUndefined()
  })
})
