import type { StatusReply } from '../../../src/demo/status-reply.ts'

declare global {
  interface Window {
    /** How many checks the provider within the page has answered. */
    checks: number
  }
}

/**
 * To be run in the page before its own scripts: answers every check without a network. Each rental goes through
 * four statuses in four hours of the page's clock, over and over; one check in a hundred meets a fault.
 */
export function playProvider(sample: StatusReply) {
  const network = window.fetch
  const faults: readonly ((signal: AbortSignal | null | undefined) => Promise<Response>)[] = [
    () => Promise.reject(new TypeError('Failed to fetch')),
    signal => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    async () => new Response('<html>502 Bad Gateway</html>', { status: 502 }),
    async () => new Response('{"success":tr'),
    async () => new Response('Too Many Requests', { status: 429, headers: { 'Retry-After': '90' } }),
  ]

  function statusOf(token: string) {
    const minute = (Date.now() / 60_000 + 7 * Number(token.split('-')[1])) % 240
    if (minute < 10) return 0
    if (minute < 40) return 1
    return minute < 230 ? 2 : 'Contrôle en cours'
  }

  window.checks = 0
  window.fetch = async (input, init) => {
    const { pathname, searchParams } = new URL(String(input), location.href)
    const token = searchParams.get('token')
    if (pathname !== '/api/location/status' || token === null) return network(input, init)
    window.checks += 1
    const fault = window.checks % 100 === 0 && faults[(window.checks / 100) % faults.length]
    return fault ? fault(init?.signal) : Response.json({ ...sample, token, status: statusOf(token) })
  }
}
