import { expect } from 'vitest'
import { ownPage } from './proxy-cases.ts'
import { type RawReply, sendRaw } from './raw-request.ts'

const ASKING_MS = 3_000
const BUDGET_PER_SECOND = 20

/** What one rental is called in a query. */
export const spellingsOfOneToken = ['abcd', '%61bcd', '%61%62cd', 'abc%64'] as const

/** Asks for a new token again and again over fifty connections, for three seconds. */
export async function guessTokens(port: number, endpoint: string): Promise<RawReply[]> {
  const replies: RawReply[] = []
  const end = performance.now() + ASKING_MS
  const guess = async (_: unknown, guesser: number) => {
    for (let nth = 0; performance.now() < end; nth += 1) {
      const target = `/api/${endpoint}?token=guess-${guesser}-${nth}`
      replies.push(await sendRaw(port, { target, headers: [ownPage] }))
    }
  }
  await Promise.all(Array.from({ length: 50 }, guess))
  return replies
}

/** Expects as many calls as three seconds and the waiting ones after them allow, and everyone else to be told so. */
export function expectBudget(server: string, endpoint: string, replies: RawReply[], calls: number): void {
  const refused = replies.filter(({ status }) => status !== 200)
  process.stdout.write(
    `${server}, ${endpoint}: ${replies.length} guesses in 3 s, ${calls} calls to the provider, ${refused.length} refused\n`,
  )
  expect(calls).toBe(replies.length - refused.length)
  // A second's worth at once, and two seconds' worth that wait at the end.
  expect(calls).toBeLessThanOrEqual(BUDGET_PER_SECOND * (ASKING_MS / 1_000 + 3) + 1)
  expect(calls).toBeGreaterThanOrEqual(BUDGET_PER_SECOND * 3)
  expect(refused.length).toBeGreaterThan(0)
  for (const { status, headers, body } of refused) {
    expect(status).toBe(429)
    expect(headers.get('retry-after')).toBe('5')
    expect(JSON.parse(body.toString())).toMatchObject({ success: false, error: 'provider-busy' })
  }
}
