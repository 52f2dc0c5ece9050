import { defineConfig } from '@playwright/test'
import { chromium } from './chromium.ts'

const reports = '../reports'

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  globalSetup: './build-board.ts',
  outputDir: `${reports}/browser`,
  reporter: [['list'], ['json', { outputFile: `${reports}/browser.json` }]],
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  use: chromium,
})
