import { expect, test } from 'vitest'
import { atOnce, startShielded } from './shielded.ts'

test('the limit is never met by a board of a thousand rentals that asks as fast as it is answered', async () => {
  const board = await startShielded({ CACHE_SECONDS: '60' })
  const statuses: number[] = []
  await atOnce(20, async () => {
    for (let rental = 0; rental < 50; rental += 1) statuses.push((await board.ask('abc')).status)
  })
  expect(statuses).toEqual(Array.from({ length: 1_000 }, () => 200))
  await board.stop()
}, 30_000)

test('a flood is refused in JSON, and told when to come back', async () => {
  const board = await startShielded({ CACHE_SECONDS: '60', VIEWER_RATE: '1' })
  const replies = await atOnce(1_100, () => board.ask('abc'))
  const refused = replies.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(50)
  for (const { retryAfter, body } of refused) {
    expect(retryAfter).toBe('5')
    expect(JSON.parse(body)).toMatchObject({ success: false, error: 'too-many-requests' })
  }
  const config = await fetch(`http://127.0.0.1:${board.nginx.port}/config.json`)
  expect(await config.json()).toEqual({ serverKey: true })
  await board.stop()
}, 30_000)
