import { defineConfig } from '@playwright/test'
import { chromium } from '../chromium.ts'

const reports = '../../reports'

export default defineConfig({
  testDir: '.',
  testMatch: '*.soak.ts',
  globalSetup: '../build-board.ts',
  outputDir: `${reports}/soak`,
  reporter: 'list',
  workers: 1,
  timeout: 45 * 60_000,
  use: chromium,
})
