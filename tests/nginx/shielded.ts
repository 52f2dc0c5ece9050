import type { RequestListener } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type FakeUpstream, startFakeUpstream } from '../server/fake-upstream.ts'
import type { NginxSettings } from './render.ts'
import { type NginxProcess, startNginx } from './start-nginx.ts'

/** A reply of the provider's that says success, and is sent whenever a test does not care. */
export const SUCCESS = '{"success":true}'

/** How the provider answers for one rental. */
export type Answer = { status?: number; headers?: Record<string, string>; body?: string; afterMs?: number }

export type Seen = {
  status: number
  /** Seconds, as the reply says itself. */
  age: number
  /** What nginx's cache had to do with it. */
  cache: string | null
  retryAfter: string | null
  body: string
}

/** A provider whose answers can be set for each rental, behind an nginx with a key and two workers. */
export type Shielded = {
  nginx: NginxProcess
  say(token: string, answer: Answer | RequestListener): void
  /** What was asked of the provider for the rental: path and query of every call. */
  targets(token: string): string[]
  /** How often the provider was asked, for whatever. */
  calls(): number
  ask(token: string, headers?: Record<string, string>): Promise<Seen>
  stop(): Promise<void>
}

function listenerFor({ status = 200, headers = {}, body = SUCCESS, afterMs = 0 }: Answer): RequestListener {
  return async (_request, response) => {
    await wait(afterMs)
    response.writeHead(status, headers).end(body)
  }
}

/** Without settings, a reply is fresh for one second and may stand in for three more. */
export async function startShielded(settings: NginxSettings = {}): Promise<Shielded> {
  const upstream: FakeUpstream = await startFakeUpstream()
  const answers = new Map<string, RequestListener>()
  upstream.answerWith((request, response) => {
    const listener = answers.get(tokenIn(request.url ?? '')) ?? listenerFor({})
    listener(request, response)
  })
  const nginx = await startNginx({
    settings: {
      SMSPARTNER_API_URL: upstream.url,
      SMSPARTNER_API_KEY: 'se/cret',
      CACHE_SECONDS: '1',
      STALE_SECONDS: '4',
      ...settings,
    },
    workers: 2,
  })
  return {
    nginx,
    say(token, answer) {
      answers.set(token, typeof answer === 'function' ? answer : listenerFor(answer))
    },
    targets: token =>
      upstream.calls.map(({ target = '' }) => target).filter(target => tokenIn(target) === token),
    calls: () => upstream.calls.length,
    async ask(token, headers = {}) {
      const url = `http://127.0.0.1:${nginx.port}/api/location/status?token=${encodeURIComponent(token)}`
      const reply = await fetch(url, { headers: { 'X-Requested-With': 'rental-board', ...headers } })
      return {
        status: reply.status,
        age: Number(reply.headers.get('age')),
        cache: reply.headers.get('x-cache-status'),
        retryAfter: reply.headers.get('retry-after'),
        body: await reply.text(),
      }
    },
    async stop() {
      await nginx.stop()
      await upstream.close()
    },
  }
}

function tokenIn(target: string): string {
  return new URL(target, 'http://provider.test').searchParams.get('token') ?? ''
}

/** Does the same thing `count` times at once. */
export function atOnce<Result>(count: number, action: () => Promise<Result>): Promise<Result[]> {
  return Promise.all(Array.from({ length: count }, action))
}
