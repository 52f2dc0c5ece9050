import * as v from 'valibot'

const config = v.object({ serverKey: v.boolean() })

/** How long (ms) the page waits to hear whether its server has a key. */
const PATIENCE = 3_000

/** Whether the server holds a key of its own; a server that does not say is taken to have one. */
export async function serverHasKey(): Promise<boolean> {
  try {
    const reply = await fetch('/config.json', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) })
    return v.parse(config, await reply.json()).serverKey
  } catch {
    return true
  }
}
