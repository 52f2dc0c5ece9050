import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { network } from './network.ts'

// userEvent and findBy advance fake timers only when they can see them through this global.
vi.stubGlobal('jest', { advanceTimersByTime: vi.advanceTimersByTime.bind(vi) })

// jsdom lays nothing out, so that nothing scrolls; its own answer is a line of complaint in the report.
vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)

const levels = ['error', 'warn', 'info', 'log', 'debug'] as const
const unexpected: string[] = []

beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))

beforeEach(() => {
  unexpected.length = 0
  for (const level of levels) {
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      unexpected.push(`console.${level}: ${parts.map(String).join(' ')}`)
    })
  }
})

afterEach(() => {
  cleanup()
  network.resetHandlers()
  vi.useRealTimers()
  localStorage.clear()
  sessionStorage.clear()
  expect(unexpected, 'a test prints nothing').toEqual([])
})

afterAll(() => network.close())
