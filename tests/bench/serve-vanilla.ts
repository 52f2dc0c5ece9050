import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'

const types = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript' } as const

/** Serves the page that the board is measured against, on a free port of the loopback. */
export async function serveVanilla(): Promise<{ origin: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    const kind = (['css', 'js'] as const).find(ending => request.url === `/vanilla.${ending}`) ?? 'html'
    response.setHeader('Content-Type', types[kind])
    response.end(await readFile(new URL(`vanilla.${kind}`, import.meta.url)))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}
