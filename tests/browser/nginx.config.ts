import { defineConfig } from '@playwright/test'
import type { WorkerOptions } from './board.ts'
import vite from './playwright.config.ts'

const reports = '../reports'

/** The tests of whatever a server has a part in, behind nginx; how a page looks and reads does not depend on it. */
export default defineConfig<object, WorkerOptions>(vite, {
  testIgnore: [],
  testMatch: [
    'account-errors',
    'bad-replies',
    'demonstration',
    'faults',
    'file',
    'file-once',
    'first-run',
    'key-canary',
    'lost-connection',
    'map',
    'new-version',
    'no-document',
    'opening',
    'rental-errors',
    'shield',
    'team',
    'typed-key',
    'usable-answers',
  ].map(name => `${name}.test.ts`),
  grepInvert: /a wall whose every answer/,
  outputDir: `${reports}/browser-nginx`,
  reporter: [['list'], ['json', { outputFile: `${reports}/browser-nginx.json` }]],
  use: { engine: 'nginx' },
})
