import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { buildVersion } from './src/server/build-version.ts'
import { devAccess } from './src/server/dev-access.ts'
import { franceMap } from './src/server/france-map.ts'
import { NOTICES_FILE, notices } from './src/server/notices.ts'
import { places } from './src/server/places.ts'
import { precompress } from './src/server/precompress.ts'
import { readServerSettings } from './src/server/settings.ts'
import { statusProxy } from './src/server/status-proxy.ts'

const settings = readServerSettings(process.env, process.cwd())
const { host, port, allowedHosts } = settings
/** Tests that start servers may be disturbed by whatever else the machine does. */
const retry = process.env.CI === undefined ? 0 : 1

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    places(),
    franceMap(),
    buildVersion(),
    notices(),
    precompress(),
    // The proxy ahead of all.
    devAccess(settings),
    statusProxy(settings),
  ],
  // No variable of the environment reaches the page: not even one named VITE_SMSPARTNER_API_KEY.
  envPrefix: 'RENTAL_BOARD_PAGE_',
  server: { host, port: port ?? 5173, strictPort: true, allowedHosts: [...allowedHosts] },
  preview: { host, port: port ?? 4173, strictPort: true, allowedHosts: [...allowedHosts] },
  build: {
    license: { fileName: NOTICES_FILE },
    target: 'es2023',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Without this, every module that two parts share becomes a file of its own.
          groups: [{ name: 'first', tags: ['$initial'] }],
        },
      },
    },
  },
  test: {
    // By itself vitest leaves a core free, which of two is half.
    maxWorkers: '100%',
    // What hangs is ended; how fast a thing is, a test says itself.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'jsdom',
          isolate: false,
          include: ['tests/**/*.test.tsx'],
          setupFiles: ['tests/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          isolate: false,
          include: [
            'tests/{api,app,board,demo,features,format,i18n,lib,places,polling,rentals,team,ui}/**/*.test.ts',
          ],
          setupFiles: ['tests/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          isolate: false,
          retry,
          include: ['tests/{architecture,server}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'nginx',
          environment: 'node',
          // Most of it is waiting; more would be in the way of what measures how soon nginx answers.
          maxWorkers: 2,
          retry,
          include: ['tests/nginx/**/*.test.ts'],
        },
      },
    ],
  },
})
