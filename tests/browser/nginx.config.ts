import { defineConfig } from '@playwright/test'
import type { WorkerOptions } from './board.ts'
import vite from './playwright.config.ts'

const reports = '../reports'

/** The same tests behind nginx, but for how themes and sizes look, which has nothing to do with the server. */
export default defineConfig<object, WorkerOptions>(vite, {
  testIgnore: ['small-and-large.test.ts'],
  grepInvert: /dark theme/,
  outputDir: `${reports}/browser-nginx`,
  reporter: [['list'], ['json', { outputFile: `${reports}/browser-nginx.json` }]],
  use: { engine: 'nginx' },
})
