import { defineConfig } from '@playwright/test'
import { chromium } from './chromium.ts'

const reports = '../reports'

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  // What only nginx does.
  testIgnore: 'shield.test.ts',
  // A minute and a half, once: behind nginx, where a team's list is meant to stand.
  grepInvert: /a thousand rentals that two add/,
  globalSetup: './build-board.ts',
  // The pictures of the last look, which a person looked at: `npm run screenshots` takes them anew.
  snapshotPathTemplate: '../screenshots/{arg}{ext}',
  outputDir: `${reports}/browser`,
  reporter: [['list'], ['json', { outputFile: `${reports}/browser.json` }]],
  // Two cores bear three: much of a test is waiting.
  workers: 3,
  // A machine that does something else for a second is not a fault: .ci/run names what passed only when repeated.
  retries: process.env.CI === undefined ? 0 : 1,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: chromium,
})
