import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { HttpServer, Plugin } from 'vite'
import { createHostRule, type HostRule } from './host-rule.ts'
import { sendReply } from './http-message.ts'
import requestRule from './request-rule.js'
import type { ServerSettings } from './settings.ts'

/** What the page loads of the development server, as it spells it: neither encoded nor resolved, nothing hidden. */
const PAGE_FILES = [
  /^\/(?:index\.html|version\.json|@vite\/client|@react-refresh)?$/,
  /^\/src\/(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:tsx?|js|css)$/,
  /^\/node_modules\/\.vite\/deps\/[\w@-][\w.@-]*\.js(?:\.map)?$/,
  // By its whole path where `node_modules` is a link.
  /^(?:\/@fs\/[^?#%\\]+)?\/node_modules\/vite\/dist\/client\/env\.mjs$/,
  /^\/@id\/__x00__virtual:[\w:/-]+$/,
]

const PUBLIC_FILE = /^(?:\/[\w-][\w.-]*)+$/

/**
 * Closes the development server: it serves what the page loads and nothing else of the folder, opens the editor for its
 * own page only, and ends every upgrade but the page's own for hot updates.
 */
export function devAccess({ allowedHosts }: Pick<ServerSettings, 'allowedHosts'>): Plugin {
  return {
    name: 'dev-access',
    apply: 'serve',
    configureServer({ middlewares, httpServer, config }) {
      middlewares.stack.unshift({
        route: '',
        handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => {
          const [path = ''] = (request.url ?? '').split('?')
          const isPageFile =
            PAGE_FILES.some(pattern => pattern.test(path)) ||
            (PUBLIC_FILE.test(path) && existsSync(config.publicDir + path))
          if (isPageFile || isForEditor(path, request)) next()
          else sendReply(response, requestRule.errorReply('not-found'))
        },
      })
      if (httpServer) guardUpgrades(httpServer, createHostRule(config.server.host, allowedHosts))
    },
  }
}

/** Browsers say where a request comes from; what does not say it is no error page of the board's. */
function isForEditor(path: string, { headers }: IncomingMessage): boolean {
  return path === '/__open-in-editor' && headers['sec-fetch-site'] === 'same-origin'
}

/** Vite leaves the sockets of other upgrades open for good, and asks for its token only where there is an origin. */
function guardUpgrades(server: HttpServer, allowsHost: HostRule): void {
  const listeners = server.listeners('upgrade')
  server.removeAllListeners('upgrade')
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { host = '', origin = '', 'sec-websocket-protocol': protocol = '' } = request.headers
    const isForHotUpdates = /^\/(?:\?|$)/.test(request.url ?? '') && /^vite-(?:hmr|ping)$/.test(protocol)
    const isOwnPage = allowsHost(host.toLowerCase()) && /^https?:\/\/(.*)/.exec(origin)?.[1] === host
    if (isForHotUpdates && isOwnPage)
      for (const listen of listeners) listen.call(server, request, socket, head)
    else socket.destroy()
  })
}
