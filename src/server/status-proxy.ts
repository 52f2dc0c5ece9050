import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connect, Plugin } from 'vite'
import { isApiKey, keyRequired, keyWrong } from './api-key.ts'
import { askProvider } from './ask-provider.ts'
import { isClaimed } from './claimed-path.ts'
import { createHostRule } from './host-rule.ts'
import { refusal } from './refusal.ts'
import { jsonReply, type Reply, sendReply } from './reply.ts'
import { judge } from './request-rule.ts'
import type { Settings } from './settings.ts'

export type StatusProxyOptions = Pick<Settings, 'apiUrl' | 'apiKey' | 'allowedHosts'> & {
  /** Milliseconds that the provider has for a whole reply; 12 s when not given. */
  timeoutMs?: number
}

/** Aborts when the connection closes before the response was sent whole. */
function signalOfLeaving(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => controller.abort())
  return controller.signal
}

function createMiddleware(
  { apiUrl, apiKey: serverKey, allowedHosts, timeoutMs = 12_000 }: StatusProxyOptions,
  listensOn: string | boolean | undefined,
): Connect.NextHandleFunction {
  const allowsHost = createHostRule(listensOn, allowedHosts)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<Reply> {
    const verdict = judge(request, allowsHost)
    if ('refuse' in verdict) return refusal(verdict.refuse)
    if (verdict.allow === 'config') return jsonReply(200, { serverKey: serverKey !== undefined })
    const apiKey = serverKey ?? request.headersDistinct['x-api-key']?.join()
    if (!apiKey) return keyRequired()
    if (!isApiKey(apiKey)) return keyWrong()
    return askProvider({ apiUrl, apiKey, token: verdict.token, timeoutMs, left: signalOfLeaving(response) })
  }

  return async (request, response, next) => {
    if (!isClaimed(request.url ?? '')) return next()
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
    // Nobody reads a body here: what is left of one goes with the connection.
    if (length ?? encoding) response.setHeader('connection', 'close')
    sendReply(response, await answer(request, response))
  }
}

/**
 * A Vite plugin that gives the development and the preview server the same two answers: `/api/location/status`,
 * asked of the provider with the server's key or else the browser's (`X-Api-Key`), and `/config.json`,
 * `{serverKey: boolean}`. Everything else under `/api` is refused in JSON.
 */
export function statusProxy(options: StatusProxyOptions): Plugin {
  function install({ stack }: Connect.Server, listensOn: string | boolean | undefined): void {
    // Ahead of Vite's own: its CORS and host answers would come first otherwise, and not in JSON.
    stack.unshift({ route: '', handle: createMiddleware(options, listensOn) })
  }
  return {
    name: 'status-proxy',
    configureServer: ({ middlewares, config }) => install(middlewares, config.server.host),
    configurePreviewServer: ({ middlewares, config }) => install(middlewares, config.preview.host),
  }
}
