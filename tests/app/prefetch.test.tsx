import { render, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'

// The parts of the whole page, which other tests have drawn, are not to be loaded here.
vi.resetModules()
const { prefetch } = await import('../../src/app/prefetch.ts')
const { markFirstPaint } = await import('../../src/lib/after-first-paint.ts')
const { lazyPart } = await import('../../src/ui/lazy-part.tsx')

const asked: string[] = []
const arrived = new Set(['map'])

const Arrived = () => <p>it is here</p>

/** A part whose code comes once it has arrived; Vite tells the page of one that does not. */
function part(name: string) {
  async function load() {
    asked.push(name)
    if (arrived.has(name)) return { Part: Arrived }
    window.dispatchEvent(new Event('vite:preloadError'))
    throw new TypeError('Failed to fetch dynamically imported module')
  }
  return lazyPart(load, 'Part')
}

const TheMap = part('map')
const Costs = part('costs')
part('wall')

beforeEach(() => {
  asked.length = 0
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

async function settle() {
  markFirstPaint()
  const done = prefetch()
  await vi.advanceTimersByTimeAsync(4_000)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(2_000)
  await done
}

test('without a network nothing more is tried, and the page does not count as broken', async () => {
  const broken = vi.fn()
  window.addEventListener('vite:preloadError', broken)
  await settle()
  expect(asked).toEqual(['map', 'costs'])
  expect(broken).not.toHaveBeenCalled()

  vi.useRealTimers()
  render(<Costs />)
  await vi.waitFor(() => expect(broken).toHaveBeenCalledOnce())
})

test('once the page has settled the parts are loaded one by one, and then stand at once', async () => {
  arrived.add('costs').add('wall')
  await settle()
  expect(asked).toEqual(['costs', 'wall'])
  render(<TheMap />)
  expect(screen.getByText('it is here')).toBeVisible()
})
