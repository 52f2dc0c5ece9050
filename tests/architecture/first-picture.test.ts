import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { graphOf, reachedFrom } from './graph.ts'
import { sourceFiles } from './source-files.ts'

const files = sourceFiles('src')
const first = reachedFrom('src/main.tsx', graphOf(files, ['static']))
const drawn = files.map(({ path }) => path).filter(path => first.has(path) && path.endsWith('.tsx'))

/** What `src/styles/first.css` names as the files whose classes it holds. */
function styled(path: string): boolean {
  const css = readFileSync('src/styles/first.css', 'utf8')
  const sources = [...css.matchAll(/@source (not )?"\.\.\/([^"]+)"/g)]
  const names = (glob = '') =>
    new RegExp(`^src/${glob.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}(/|$)`).test(path)
  const isNamed = sources.some(([, not, glob]) => not === undefined && names(glob))
  return isNamed && !sources.some(([, not, glob]) => not !== undefined && names(glob))
}

test('the first picture has all its styles at once', () => {
  expect(drawn.length).toBeGreaterThan(30)
  expect(drawn.filter(path => !styled(path))).toEqual(['src/main.tsx'])
})

test.each([
  ['the words of later parts', /^src\/i18n\/(fr|en)-later\.ts$/],
  ['English', /^src\/i18n\/en\.ts$/],
  ['the polling', /^src\/polling\/(poller|start-polling|engine)\.ts$/],
  ['the decoder', /^src\/api\/(decode-|fetch-|read-xml)/],
  ['the demonstration', /^src\/demo\//],
  ['dialogs, detail, map, costs, wall', /^src\/components\/(dialogs\/.*-dialog|detail|map|costs|export)/],
  ['TanStack, MSW or big.js', /^(@tanstack|msw|big\.js)/],
])('the first picture comes without %s', (_, later) => {
  expect([...first].filter(path => later.test(path))).toEqual([])
})
