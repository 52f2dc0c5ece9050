import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi } from 'vitest'

// userEvent and findBy advance fake timers only when they can see them through this global.
vi.stubGlobal('jest', { advanceTimersByTime: vi.advanceTimersByTime.bind(vi) })

const levels = ['error', 'warn', 'info', 'log', 'debug'] as const
const unexpected: string[] = []

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
  vi.useRealTimers()
  localStorage.clear()
  sessionStorage.clear()
  expect(unexpected, 'a test prints nothing').toEqual([])
})
