import { HttpResponse, http, type RequestHandler } from 'msw'

type File = { text: string; at: number }

export type FakeTeamServer = ReturnType<typeof createFakeTeamServer>

/** Keeps the files of a team's list as both servers do, on a clock of its own. */
export function createFakeTeamServer() {
  const files = new Map<string, File>()
  const server = {
    files,
    /** Methods and names, in their order. */
    requests: [] as string[],
    /** Milliseconds since 1970. */
    time: Date.UTC(2026, 10, 25, 10),
    /** Names of files that the server may not read. */
    forbidden: new Set<string>(),
    mode: 'well' as 'well' | 'down' | 'read-only' | 'silent after writes',
    /** The file of a rental, as it was written. */
    file: (token: string): unknown => JSON.parse(files.get(`${token}.json`)?.text ?? 'null'),
    handlers: [] as RequestHandler[],
  }
  const date = (at: number) => new Date(at).toUTCString()

  function answer(name: string | undefined, method: string, body: string): Response {
    const headers = { Date: date(server.time) }
    if (server.mode === 'down') return HttpResponse.error()
    if (name === undefined) {
      const entries = [...files].map(([name, { text, at }]) => {
        return { name, type: 'file', mtime: date(at), size: new TextEncoder().encode(text).length }
      })
      return HttpResponse.json(entries, { headers })
    }
    const file = files.get(name)
    if (server.forbidden.has(name)) return new HttpResponse(null, { status: 507, headers })
    if (method === 'GET') return new HttpResponse(file?.text ?? null, { status: file ? 200 : 404, headers })
    if (server.mode === 'read-only') return new HttpResponse(null, { status: 507, headers })
    if (method === 'DELETE') files.delete(name)
    else files.set(name, { text: body, at: server.time })
    return server.mode === 'silent after writes'
      ? HttpResponse.error()
      : new HttpResponse(null, { status: 204, headers })
  }

  server.handlers = [
    http.all('/team/rentals/:name?', async ({ request, params }) => {
      const name = params.name === undefined ? undefined : String(params.name)
      server.requests.push(`${request.method} ${name ?? ''}`.trim())
      return answer(name, request.method, await request.text())
    }),
  ]
  return server
}
