// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { browserStorage } from '../../src/lib/browser-storage.ts'

test.each(['localStorage', 'sessionStorage'] as const)('is the browser’s %s', kind => {
  window[kind].setItem('a', '1')
  expect(browserStorage(kind)?.getItem('a')).toBe('1')
})

test.each(['localStorage', 'sessionStorage'] as const)('is none where %s is refused', kind => {
  const refused = vi.spyOn(globalThis, kind, 'get').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  })
  expect(browserStorage(kind)).toBeUndefined()
  refused.mockRestore()
})
