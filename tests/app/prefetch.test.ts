// @vitest-environment jsdom
import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { prefetch } from '../../src/app/prefetch.ts'
import { markFirstPaint } from '../../src/lib/after-first-paint.ts'
import { network } from '../network.ts'

const asked: string[] = []

beforeEach(() => {
  asked.length = 0
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  document.head.innerHTML = '<meta name="later-parts" content="assets/map.js assets/costs.js" />'
})

afterEach(() => {
  document.head.innerHTML = ''
})

function serve(reply: () => Response) {
  network.use(
    http.get('/assets/:name', ({ params }) => {
      asked.push(String(params.name))
      return reply()
    }),
  )
}

test('the parts that the build names are fetched, one by one, once the page has settled', async () => {
  serve(() => new HttpResponse('export {}'))
  markFirstPaint()
  const done = prefetch()
  await vi.advanceTimersByTimeAsync(4_000)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(2_000)
  await vi.waitFor(() => expect(asked).toEqual(['map.js', 'costs.js']))
  await done
})

test('without a network nothing more is tried, and nothing is thrown', async () => {
  serve(() => HttpResponse.error())
  markFirstPaint()
  const done = prefetch()
  await vi.advanceTimersByTimeAsync(6_000)
  await expect(done).resolves.toBeUndefined()
  expect(asked).toEqual(['map.js'])
})
