import { defineConfig } from '@playwright/test'
import type { WorkerOptions } from './board.ts'
import vite from './playwright.config.ts'

const reports = '../reports'

/** What a server lets through, shields or keeps, behind nginx; how a page looks and reacts does not depend on it. */
export default defineConfig<object, WorkerOptions>(vite, {
  testIgnore: [],
  testMatch: [
    'bad-replies',
    'faults',
    'file',
    'file-once',
    'key-canary',
    'no-document',
    'opening',
    'shield',
    'team',
    'typed-key',
  ].map(name => `${name}.test.ts`),
  grepInvert: [],
  outputDir: `${reports}/browser-nginx`,
  reporter: [['list'], ['json', { outputFile: `${reports}/browser-nginx.json` }]],
  use: { engine: 'nginx' },
})
