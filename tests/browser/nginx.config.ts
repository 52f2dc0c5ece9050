import { defineConfig } from '@playwright/test'
import type { WorkerOptions } from './board.ts'
import vite from './playwright.config.ts'

const reports = '../reports'

/** The same tests behind nginx. What a theme looks like has nothing to do with the server: one is enough. */
export default defineConfig<object, WorkerOptions>(vite, {
  testIgnore: [],
  grepInvert: /dark theme/,
  outputDir: `${reports}/browser-nginx`,
  reporter: [['list'], ['json', { outputFile: `${reports}/browser-nginx.json` }]],
  use: { engine: 'nginx' },
})
