import { expect, test } from 'vitest'
import { graphOf, reachedFrom } from './graph.ts'
import { sourceFiles } from './source-files.ts'

const files = sourceFiles('src')
const first = reachedFrom('src/main.tsx', graphOf(files, ['static']))
const all = reachedFrom('src/main.tsx', graphOf(files, ['static', 'type', 'dynamic']))
test.each([
  ['English', /^src\/i18n\/en\.ts$/],
  ['the polling', /^src\/polling\/(poller|next-check|circuit-breaker|tab-channel)\.ts$/],
  ['the decoder', /^src\/api\/(parse-|fetch-|xml-)/],
  ['the demonstration', /^src\/demo\//],
  ['dialogs, detail, map, costs, wall', /^src\/features\/(settings\/.*-dialog|detail|map|costs|export)/],
  ['MSW or big.js', /^(msw|big\.js)/],
])('the first picture comes without %s', (_, later) => {
  expect([...all].filter(path => later.test(path))).not.toEqual([])
  expect([...first].filter(path => later.test(path))).toEqual([])
})
