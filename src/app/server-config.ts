import * as z from 'zod/mini'

const config = z.object({ serverKey: z.boolean(), fileDownload: z.optional(z.boolean()) })

/** How long (ms) the page waits to hear what its server is. */
const CONFIG_TIMEOUT_MS = 3_000

/** Whether the server holds a key of its own; a server that does not say is taken to have one. */
export async function serverHasKey(): Promise<boolean> {
  return (await ask())?.serverKey ?? true
}

/** Whether the server lets the files of ready rentals through; one that does not say lets none. */
export async function serverAllowsFiles(): Promise<boolean> {
  return (await ask())?.fileDownload ?? false
}

async function ask(): Promise<z.infer<typeof config> | undefined> {
  try {
    const reply = await fetch('/config.json', {
      cache: 'no-store',
      signal: AbortSignal.timeout(CONFIG_TIMEOUT_MS),
    })
    return config.parse(await reply.json())
  } catch {
    return undefined
  }
}
