import { act, fireEvent, renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { leaveWall } from '../../../src/board/leave-wall.ts'
import { enterWall, isWall, useIsWall } from '../../../src/board/routes.ts'
import { fewest, PAGE_MS, useAutoPaging, usePageIndex } from '../../../src/features/wall/wall-columns.tsx'
import { useUserActivity, useWakeLock } from '../../../src/features/wall/wall-view.tsx'

beforeEach(() => {
  vi.useFakeTimers()
  history.replaceState(null, '', '/')
})

function pass(ms: number) {
  act(() => vi.advanceTimersByTime(ms))
}

test.each([
  [0, { rows: 1, columns: 1 }],
  [1, { rows: 1, columns: 1 }],
  [2, { rows: 2, columns: 1 }],
  [4, { rows: 4, columns: 1 }],
  [5, { rows: 3, columns: 2 }],
  [8, { rows: 4, columns: 2 }],
  [99, { rows: 4, columns: 2 }],
])('%i cards take no more rows and columns than they need', (count, expected) => {
  expect(fewest({ rows: 4, columns: 2 }, count)).toEqual(expected)
})

describe('the pages of a lane', () => {
  const pagesOf = (initialProps: { pages: number; held?: boolean }) =>
    renderHook(({ pages, held = false }) => usePageIndex(pages, useAutoPaging(held)), { initialProps })

  test('turn every ten seconds, and start over', () => {
    const { result } = pagesOf({ pages: 3 })
    const seen = [result.current]
    for (let turn = 0; turn < 4; turn += 1) {
      pass(PAGE_MS - 1)
      expect(result.current).toBe(seen.at(-1))
      pass(1)
      seen.push(result.current)
    }
    expect(seen).toEqual([0, 1, 2, 0, 1])
  })

  test.each([0, 1])('do not turn when there are %i', pages => {
    const { result } = pagesOf({ pages })
    pass(3 * PAGE_MS)
    expect(result.current).toBe(0)
  })

  test('wait while they are held, and go on a full time later', () => {
    const { result, rerender } = pagesOf({ pages: 3, held: true })
    pass(5 * PAGE_MS)
    expect(result.current).toBe(0)
    rerender({ pages: 3, held: false })
    pass(PAGE_MS - 1)
    expect(result.current).toBe(0)
    pass(1)
    expect(result.current).toBe(1)
  })

  test('stay where they are when more come, and go back when fewer are left', () => {
    const { result, rerender } = pagesOf({ pages: 3 })
    pass(PAGE_MS)
    pass(PAGE_MS)
    rerender({ pages: 5 })
    expect(result.current).toBe(2)
    rerender({ pages: 2 })
    expect(result.current).toBe(1)
    rerender({ pages: 0 })
    expect(result.current).toBe(0)
  })
})

describe('the wall is awake', () => {
  let x = 0

  function movePointer() {
    fireEvent.pointerMove(window, { screenX: x })
    x += 1
    fireEvent.pointerMove(window, { screenX: x })
  }

  test.each([
    ['the pointer moves', movePointer],
    ['the screen is touched', () => fireEvent.pointerDown(window)],
    ['a key is pressed', () => fireEvent.keyDown(window, { key: 'a' })],
  ])('for eight seconds after %s', (_, move) => {
    const { result } = renderHook(useUserActivity)
    expect(result.current).toBe(false)
    move()
    pass(5_000)
    move()
    pass(7_999)
    expect(result.current).toBe(true)
    pass(1)
    expect(result.current).toBe(false)
  })

  test('not because something came to lie under a pointer at rest', () => {
    const { result } = renderHook(useUserActivity)
    for (let time = 0; time < 3; time += 1) fireEvent.pointerMove(window, { screenX: 300, screenY: 200 })
    expect(result.current).toBe(false)
  })

  test('as long as its control has the focus', () => {
    const { result } = renderHook(useUserActivity)
    fireEvent.focusIn(document.body)
    pass(600_000)
    expect(result.current).toBe(true)
    fireEvent.focusOut(document.body)
    expect(result.current).toBe(false)
  })
})

describe('the address of the wall', () => {
  test('keeps what else it says, there and back', () => {
    history.replaceState(null, '', '/?demo#/location/abc')
    const { result } = renderHook(useIsWall)
    expect(result.current).toBe(false)
    act(enterWall)
    expect(result.current).toBe(true)
    expect(new URLSearchParams(location.search).has('demo')).toBe(true)
    expect(location.hash).toBe('#/location/abc')
    act(leaveWall)
    expect(result.current).toBe(false)
    expect(new URLSearchParams(location.search).has('demo')).toBe(true)
    expect(location.hash).toBe('#/location/abc')
  })

  test.each([
    ['/?view=wall', true],
    ['/?demo&view=wall', true],
    ['/?view=walls', false],
    ['/?wall', false],
    ['/', false],
  ])('%s asks for it: %s', (address, asks) => {
    history.replaceState(null, '', address)
    expect(isWall()).toBe(asks)
  })

  test('asks for the whole screen where there is one to have', () => {
    const request = vi.fn(() => Promise.reject(new TypeError('no gesture')))
    Object.assign(document.documentElement, { requestFullscreen: request })
    enterWall()
    expect(request).not.toHaveBeenCalled()
    Object.defineProperty(document, 'fullscreenEnabled', { value: true, configurable: true })
    onTestFinished(() => {
      Reflect.deleteProperty(document, 'fullscreenEnabled')
      Reflect.deleteProperty(document.documentElement, 'requestFullscreen')
    })
    enterWall()
    expect(request).toHaveBeenCalledOnce()
  })
})

describe('the wake lock', () => {
  /** A browser that grants locks, and lets go of them when it hides the page. */
  function grantLocks() {
    const locks: { released: boolean; release: () => Promise<void> }[] = []
    const request = vi.fn(async () => {
      const lock = {
        released: false,
        async release() {
          lock.released = true
        },
      }
      locks.push(lock)
      return lock
    })
    Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true })
    const hidden = vi.spyOn(document, 'hidden', 'get')
    onTestFinished(() => {
      Reflect.deleteProperty(navigator, 'wakeLock')
      hidden.mockRestore()
    })
    return {
      locks,
      held: () => locks.filter(lock => !lock.released).length,
      async turn(isHidden: boolean) {
        hidden.mockReturnValue(isHidden)
        if (isHidden) for (const lock of locks) await lock.release()
        await act(async () => void document.dispatchEvent(new Event('visibilitychange')))
      },
    }
  }

  test('is taken, and taken again when the page comes back', async () => {
    const screen = grantLocks()
    await act(async () => void renderHook(useWakeLock))
    expect(screen.held()).toBe(1)
    await screen.turn(true)
    expect(screen.held()).toBe(0)
    await screen.turn(false)
    expect(screen.held()).toBe(1)
    await screen.turn(false)
    expect(screen.locks).toHaveLength(2)
  })

  test('ends with the wall, also one that comes too late', async () => {
    const screen = grantLocks()
    const first = renderHook(useWakeLock)
    first.unmount()
    await act(async () => undefined)
    const second = renderHook(useWakeLock)
    await act(async () => undefined)
    second.unmount()
    expect(screen.locks).toHaveLength(2)
    expect(screen.held()).toBe(0)
  })

  test.each([
    ['has none', undefined],
    ['refuses it', { request: () => Promise.reject(new DOMException('low battery', 'NotAllowedError')) }],
  ])('is done without where the browser %s', async (_, wakeLock) => {
    Object.defineProperty(navigator, 'wakeLock', { value: wakeLock, configurable: true })
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'wakeLock'))
    const { unmount } = renderHook(useWakeLock)
    await act(async () => void document.dispatchEvent(new Event('visibilitychange')))
    expect(unmount).not.toThrow()
  })
})
