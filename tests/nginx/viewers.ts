import { Agent, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Call } from '../fake-provider/provider.ts'

/** How a board asks: at once until its burst is spent, then at its pace. */
export type Viewing = {
  viewers: number
  tokens: readonly string[]
  /** Milliseconds. */
  lasting: number
}

const BURST_CHECKS = 20
const CHECKS_PER_SECOND = 2

/** Lets many viewers follow the rentals at the server on the port; gives the HTTP status of every reply. */
export async function follow(port: number, { viewers, tokens, lasting }: Viewing): Promise<number[]> {
  const statuses: number[] = []
  const start = performance.now()

  async function view(viewer: number): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 4 })
    const asked: Promise<number>[] = []
    for (let nth = 0; ; nth += 1) {
      const due = (Math.max(0, nth - BURST_CHECKS) * 1_000) / CHECKS_PER_SECOND
      if (due >= lasting) break
      await wait(start + due - performance.now())
      const token = tokens[(nth + viewer) % tokens.length]
      asked.push(ask(agent, `http://127.0.0.1:${port}/api/location/status?token=${token}`))
    }
    statuses.push(...(await Promise.all(asked)))
    agent.destroy()
  }

  await Promise.all(Array.from({ length: viewers }, (_, viewer) => view(viewer)))
  return statuses
}

function ask(agent: Agent, url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'X-Requested-With': 'rental-board' } }, reply => {
      reply.resume().once('end', () => resolve(reply.statusCode ?? 0))
    }).once('error', reject)
  })
}

/** The shortest time, in milliseconds, between two calls for the same rental. */
export function shortestPause(calls: readonly Call[]): number {
  const last = new Map<string | null, number>()
  return calls.reduce((shortest, { token, at }) => {
    const pause = at - (last.get(token) ?? Number.NEGATIVE_INFINITY)
    last.set(token, at)
    return Math.min(shortest, pause)
  }, Number.POSITIVE_INFINITY)
}
