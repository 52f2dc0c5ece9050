import * as z from 'zod/mini'

const config = z.object({
  serverKey: z.boolean(),
  fileDownload: z._default(z.boolean(), false),
  lacksKey: z._default(z.boolean(), false),
  teamList: z.optional(z.boolean()),
})

type ServerConfig = z.infer<typeof config>

/** A server that does not say is taken to have a key, and to let no files through. */
const silent: ServerConfig = { serverKey: true, fileDownload: false, lacksKey: false }

/** How long (ms) the page waits to hear what its server is. */
const CONFIG_TIMEOUT_MS = 3_000

/** Longer, as nothing waits for it but the button, which would be missing until something asks again. */
const FILES_TIMEOUT_MS = 30_000

/** Whether the server holds a key, whether it was meant to and does not, and whether it lets files through. */
export async function readServerConfig(): Promise<ServerConfig> {
  return (await askServerConfig()) ?? silent
}

/** Undefined where the server does not say. */
export function askServerConfig(timeoutMs = CONFIG_TIMEOUT_MS): Promise<ServerConfig | undefined> {
  return askServer('/config.json', config, timeoutMs)
}

/** Whether the server lets files through; undefined when it does not answer. */
export async function allowsFiles(): Promise<boolean | undefined> {
  return (await askServerConfig(FILES_TIMEOUT_MS))?.fileDownload
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
