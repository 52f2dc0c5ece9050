import { expect, test } from 'vitest'
import { atOnce, type Seen, type Shielded, startShielded } from './shielded.ts'

/** Asks as fast as it is answered, over twenty connections. */
async function flood(board: Shielded, requests: number): Promise<Seen[]> {
  const replies: Seen[] = []
  await atOnce(20, async () => {
    for (let nth = 0; nth < requests / 20; nth += 1) replies.push(await board.ask('abc'))
  })
  return replies
}

test('the limit is never met by a board of a thousand rentals that asks as fast as it is answered', async () => {
  const board = await startShielded({ CACHE_SECONDS: '60' })
  const replies = await flood(board, 1_000)
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1_000)
  await board.stop()
}, 30_000)

test('a flood is refused in JSON, and told when to come back', async () => {
  const board = await startShielded({ CACHE_SECONDS: '60', VIEWER_RATE: '1' })
  const refused = (await flood(board, 2_100)).filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(50)
  for (const { retryAfter, body } of refused) {
    expect(retryAfter).toBe('5')
    expect(JSON.parse(body)).toMatchObject({ success: false, error: 'too-many-requests' })
  }
  const config = await fetch(`http://127.0.0.1:${board.nginx.port}/config.json`)
  expect(await config.json()).toEqual({ serverKey: true, fileDownload: false })
  await board.stop()
}, 30_000)
