import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { network } from './network.ts'

if (typeof document === 'undefined') vi.stubGlobal('location', new URL('http://localhost:3000/'))
else (await import('./setup-page.ts')).preparePage()

const levels = ['error', 'warn', 'info', 'log', 'debug'] as const
const unexpected: string[] = []

beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))

beforeEach(() => {
  // Not after a test: a board that stops last may still ask.
  network.resetHandlers()
  unexpected.length = 0
  for (const level of levels) {
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      unexpected.push(`console.${level}: ${parts.map(String).join(' ')}`)
    })
  }
})

afterEach(() => {
  vi.useRealTimers()
  expect(unexpected, 'a test prints nothing').toEqual([])
})

afterAll(() => network.close())
