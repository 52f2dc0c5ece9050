import { defineConfig } from '@playwright/test'
import { chromium } from '../chromium.ts'

export default defineConfig({
  testDir: '.',
  testMatch: '*.shots.ts',
  globalSetup: '../build-board.ts',
  outputDir: '../../reports/screenshots',
  reporter: 'list',
  workers: 1,
  timeout: 120_000,
  use: chromium,
})
