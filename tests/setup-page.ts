import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

/** Makes jsdom ready for the tests of a file, and leaves nothing of one test to the next. */
export function preparePage(): void {
  // userEvent and findBy advance fake timers only when they can see them through this global.
  vi.stubGlobal('jest', { advanceTimersByTime: vi.advanceTimersByTime.bind(vi) })

  // jsdom lays nothing out, so that nothing scrolls; its own answer is a line of complaint in the report.
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)

  afterEach(() => {
    cleanup()
    localStorage.clear()
    sessionStorage.clear()
  })
}
