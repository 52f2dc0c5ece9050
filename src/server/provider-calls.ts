import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type FileTimeouts, forwardStatus, type ProviderCall, streamFile } from './call-provider.ts'
import requestRule, { type Reply } from './request-rule.js'

export type ProviderCallsOptions = {
  /** Calls a second, of all viewers together. */
  providerRate: number
  /** For a whole reply of the provider; 12 s by default. */
  timeoutMs?: number
  /** 30 s for the headers of a file and as much between its pieces by default. */
  filePatience?: FileTimeouts
}

/** How many calls may go out at once after a quiet time, as the seconds that they are worth. */
const BURST_MS = 1_000

/** nginx waits as long (`PROVIDER_BURST` in render.awk). */
const MAX_WAIT_MS = 2_000

/** Resolves with true when it is the call's turn, and with false at once when that is too far away. */
function createBudget(perSecond: number): () => Promise<boolean> {
  const intervalMs = 1_000 / perSecond
  let turnAt = 0
  return async () => {
    const now = performance.now()
    const waitMs = turnAt - now
    if (waitMs > MAX_WAIT_MS) return false
    turnAt = Math.max(turnAt, now - BURST_MS + intervalMs) + intervalMs
    if (waitMs > 0) await wait(waitMs)
    return true
  }
}

type SharedCall = { reply: Promise<Reply>; waiting: number; abandoned: AbortController }

/** All calls of this server to the provider: within one budget, and one at a time for each rental and key. */
export function createProviderCalls({
  providerRate,
  timeoutMs = 12_000,
  filePatience,
}: ProviderCallsOptions) {
  const admit = createBudget(providerRate)
  const shared = new Map<string, SharedCall>()
  let answeredAt = 0
  let failedAt = 0

  async function ask(call: ProviderCall): Promise<Reply> {
    if (!(await admit())) return requestRule.errorReply('provider-busy')
    const { kind, reply } = await forwardStatus(call, timeoutMs)
    if (call.left.aborted) return reply
    if (kind === 'failure') failedAt = Date.now()
    else answeredAt = Date.now()
    return reply
  }

  function start(key: string, call: ProviderCall): SharedCall {
    const abandoned = new AbortController()
    const reply = ask({ ...call, left: abandoned.signal }).finally(() => forget(key, started))
    const started: SharedCall = { reply, waiting: 0, abandoned }
    shared.set(key, started)
    return started
  }

  function forget(key: string, call: SharedCall): void {
    if (shared.get(key) === call) shared.delete(key)
  }

  return {
    /** Viewers who ask for a rental while a call is out for it wait for its reply. Never throws. */
    askStatus(call: ProviderCall): Promise<Reply> {
      const key = `${call.apiKey} ${call.token}`
      const joined = shared.get(key) ?? start(key, call)
      joined.waiting += 1
      call.left.addEventListener('abort', () => {
        joined.waiting -= 1
        if (joined.waiting > 0) return
        forget(key, joined)
        joined.abandoned.abort()
      })
      return joined.reply
    },

    /** Undefined when the reply is being streamed already. */
    async sendFile(call: ProviderCall, out: ServerResponse): Promise<Reply | undefined> {
      return (await admit()) ? streamFile(call, out, filePatience) : requestRule.errorReply('provider-busy')
    },

    health: (hasKey: boolean): Reply => requestRule.healthReply(hasKey, answeredAt, failedAt, Date.now()),
  }
}
