import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const host = process.env.HOST ?? 'localhost'

export default defineConfig({
  plugins: [react(), tailwindcss()],
  server: { host, port: Number(process.env.PORT ?? 5173), strictPort: true },
  preview: { host, port: Number(process.env.PORT ?? 4173), strictPort: true },
  build: { target: 'es2023' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'jsdom',
          include: ['tests/{api,components,demo,domain,i18n,lib,polling,tokens}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/{house,server}/**/*.test.ts'],
        },
      },
    ],
  },
})
