import * as z from 'zod/mini'

const config = z.object({
  serverKey: z.boolean(),
  fileDownload: z.optional(z.boolean()),
  lacksKey: z.optional(z.boolean()),
})

/** How long (ms) the page waits to hear what its server is. */
const CONFIG_TIMEOUT_MS = 3_000

/** Whether the server holds a key of its own; a server that does not say is taken to have one. */
export async function serverHasKey(): Promise<boolean> {
  return (await readServerConfig())?.serverKey ?? true
}

/** Whether the server lets the files of ready rentals through; one that does not say lets none. */
export async function serverAllowsFiles(): Promise<boolean> {
  return (await readServerConfig())?.fileDownload ?? false
}

/** `lacksKey` is said by a server that was meant to have a key, and has none; undefined when nothing is said in time. */
export function readServerConfig() {
  return askServer('/config.json', config, CONFIG_TIMEOUT_MS)
}

/** What the server says of itself now, past every cache; undefined when it does not say within `timeoutMs`. */
export async function askServer<Reply>(
  path: string,
  shape: z.ZodMiniType<Reply>,
  timeoutMs: number,
): Promise<Reply | undefined> {
  try {
    const reply = await fetch(path, { cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) })
    return shape.parse(await reply.json())
  } catch {
    return undefined
  }
}
