import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach, vi } from 'vitest'
import { now } from '../src/lib/clock.ts'

/** As wide as the list's widest layout. */
const PAGE_WIDTH_PX = 1_200

class StillObserver {
  observe() {}
  disconnect() {}
}

/** Makes jsdom ready for the tests of a file, and leaves nothing of one test to the next, of this file or another. */
export function preparePage(): void {
  // userEvent and findBy advance fake timers only when they can see them through this global.
  Object.assign(globalThis, { jest: { advanceTimersByTime: vi.advanceTimersByTime.bind(vi) } })

  // jsdom lays nothing out, so that nothing scrolls, grows or moves; its own answer is a line of complaint in the report.
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  Object.assign(globalThis, { ResizeObserver: StillObserver, isSecureContext: false })
  Object.defineProperty(Element.prototype, 'clientWidth', { get: () => PAGE_WIDTH_PX, configurable: true })
  // A file that was saved is let go of a minute later, in whichever test that is.
  Object.assign(URL, { revokeObjectURL: () => undefined })
  Object.assign(Element.prototype, { animate: () => ({ cancel: () => undefined }) })

  afterEach(() => {
    cleanup()
    localStorage.clear()
    sessionStorage.clear()
    history.replaceState(null, '', '/')
    vi.unstubAllGlobals()
    // The page's clock is one for all files: the next test does not start where fake time ended.
    now.correct()
  })
}
