import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fetchRental } from '../../src/api/fetch-rental.ts'
import { demoRentals } from '../../src/demo/demo-rentals.ts'
import { createDemoFetch } from '../../src/demo/provider-reply.ts'

const compiegne = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'
const status = (token: string) => `/api/location/status?token=${token}`

describe('createDemoFetch', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })

  function open() {
    return createDemoFetch({ now: () => Date.now() })
  }

  async function settled<T>(reply: Promise<T>): Promise<T> {
    await vi.advanceTimersByTimeAsync(400)
    return reply
  }

  test('answers every rental of the demonstration to the board’s own reader', async () => {
    const fetch = open()
    const known = demoRentals.filter(({ order }) => order)
    const replies = await settled(Promise.all(known.map(({ token }) => fetchRental(token, { fetch }))))
    expect(replies.map(({ rental }) => rental.token)).toEqual(known.map(({ token }) => token))
  })

  test('answers error 32 for the token that the provider does not know', async () => {
    const reply = expect(fetchRental('1a2b3c4d5e6f', { fetch: open() })).rejects.toMatchObject({ code: 32 })
    await settled(reply)
  })

  test('plays on from its own opening', async () => {
    const fetch = open()
    const before = await settled(fetch(status(compiegne)))
    await vi.advanceTimersByTimeAsync(495_000)
    const after = await settled(fetch(status(compiegne)))
    expect(await before.json()).toMatchObject({ status: 2 })
    expect(await after.json()).toMatchObject({ status: 5 })
  })

  test('takes 80 to 400 ms, not always the same, and the same in every run', async () => {
    const latencies = async () => {
      const fetch = open()
      const asked = Date.now()
      const calls = Array.from({ length: 40 }, () => fetch(status(compiegne)).then(() => Date.now() - asked))
      return settled(Promise.all(calls))
    }
    const first = await latencies()
    expect(Math.min(...first)).toBeGreaterThanOrEqual(80)
    expect(Math.max(...first)).toBeLessThanOrEqual(400)
    expect(new Set(first).size).toBeGreaterThan(30)
    expect(await latencies()).toEqual(first)
  })

  test.each([
    ['/api/location/file', {}],
    ['/version.json', {}],
    [status(compiegne), { method: 'POST' }],
  ])('answers 404 in JSON to %s %o', async (path, init) => {
    const response = await settled(open()(path, init))
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ message: 'Not Found' })
  })

  test.each([
    ['a path', status(compiegne)],
    ['a URL', new URL(status(compiegne), location.href)],
    ['a Request', new Request(new URL(status(compiegne), location.href))],
  ])('takes %s', async (_, input) => {
    expect((await settled(open()(input))).ok).toBe(true)
  })

  test.each([
    ['before it is sent', 0],
    ['while it waits', 79],
  ])('rejects with the reason of a signal that aborts %s', async (_, ms) => {
    const removed = new Error('removed')
    const controller = new AbortController()
    if (ms === 0) controller.abort(removed)
    const reply = expect(open()(status(compiegne), { signal: controller.signal })).rejects.toBe(removed)
    await vi.advanceTimersByTimeAsync(ms)
    controller.abort(removed)
    await reply
    expect(vi.getTimerCount()).toBe(0)
  })
})
