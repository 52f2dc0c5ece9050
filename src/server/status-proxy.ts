import type { IncomingMessage, ServerResponse } from 'node:http'
import { posix } from 'node:path'
import type { Connect, Logger, Plugin, ResolvedConfig } from 'vite'
import { createHostRule } from './host-rule.ts'
import { sendReply } from './http-message.ts'
import { createProviderCalls, type ProviderCallsOptions } from './provider-calls.ts'
import requestRule, { type Decision, type Reply } from './request-rule.js'
import { dataHeaders, developmentHeaders, securityHeaders } from './security-headers.ts'
import type { ServerSettings } from './settings.ts'
import { answerTeam, prepareTeamFolder } from './team-files.ts'

type StatusProxyOptions = Pick<ServerSettings, 'apiUrl' | 'apiKey' | 'allowedHosts' | 'allowsFiles'> &
  Partial<Pick<ServerSettings, 'lacksKey' | 'warnings' | 'teamFolder'>> &
  ProviderCallsOptions

function signalOfLeaving(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => controller.abort())
  return controller.signal
}

function createMiddleware(
  options: StatusProxyOptions,
  listensOn: string | boolean | undefined,
  pageHeaders: Readonly<Record<string, string>>,
  logger: Logger,
): Connect.NextHandleFunction {
  const { apiUrl, apiKey: serverKey, allowedHosts, allowsFiles, teamFolder } = options
  const provider = createProviderCalls(options)
  const allowsHost = createHostRule(listensOn, allowedHosts)

  function decide({ method, url: target = '', headersDistinct: headers }: IncomingMessage): Decision {
    const [host = '', ...furtherHosts] = headers.host ?? []
    return furtherHosts.length > 0 || !allowsHost(host.toLowerCase())
      ? { refuse: 'foreign-host' }
      : requestRule.validateRequest({ method, target, headers }, allowsFiles)
  }

  /** Undefined when the reply is being streamed already. */
  async function answer(
    decision: Decision,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Reply | undefined> {
    if ('refuse' in decision)
      return decision.refuse === 'foreign-host'
        ? requestRule.foreignHostReply(request.url ?? '', request.headers.accept)
        : requestRule.errorReply(decision.refuse)
    if (decision.allow === 'health') return provider.health(serverKey !== undefined)
    if (decision.allow === 'config')
      return requestRule.configReply(
        serverKey !== undefined,
        allowsFiles,
        options.lacksKey,
        teamFolder !== undefined,
      )
    const apiKey = serverKey ?? request.headersDistinct['x-api-key']?.join() ?? ''
    const keyError = requestRule.keyError(apiKey)
    if (keyError !== undefined) return keyError
    const call = { apiUrl, apiKey, token: decision.token, left: signalOfLeaving(response) }
    return decision.allow === 'file' ? provider.sendFile(call, response) : provider.askStatus(call)
  }

  return async (request, response, next) => {
    const target = request.url ?? ''
    const decision = decide(request)
    const isForeign = 'refuse' in decision && decision.refuse === 'foreign-host'
    const isTeam = !isForeign && teamFolder !== undefined && isTeamPath(target)
    const isOurs = isForeign || isTeam || isApiPath(target)
    for (const [name, value] of Object.entries(isOurs ? dataHeaders : pageHeaders))
      response.setHeader(name, value)
    if (!isOurs) return next()
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
    // Nobody reads such a body to its end: the rest of it goes with the connection.
    if (!isTeam && (length ?? encoding)) response.setHeader('connection', 'close')
    const reply = await (isTeam
      ? answerTeam(request, teamFolder, logger)
      : answer(decision, request, response))
    if (isTeam && !request.complete) response.setHeader('connection', 'close')
    if (reply !== undefined) sendReply(response, reply)
  }
}

/**
 * Gives the development and the preview server the same replies: `/api/location/status` and, where files are allowed,
 * `/api/location/file/download`, asked of the provider with the server's key or else the browser's (`X-Api-Key`),
 * `/config.json`, `{serverKey: boolean, fileDownload: boolean, lacksKey?: true, teamList?: true}`, and `/healthz`.
 * Everything else under `/api`, and everything under a foreign name, is refused in JSON, or for a browser in a small page.
 * With a `teamFolder` also everything under `/team`, of the team's list that it keeps there. Every reply, Vite's own too,
 * has its security headers. The settings' warnings are printed at the start.
 */
export function statusProxy(options: StatusProxyOptions): Plugin {
  async function install(
    { stack }: Connect.Server,
    config: ResolvedConfig,
    listensOn: string | boolean | undefined,
    pageHeaders: Readonly<Record<string, string>>,
  ): Promise<void> {
    for (const warning of options.warnings ?? []) config.logger.warn(warning)
    if (options.teamFolder !== undefined) await prepareTeamFolder(options.teamFolder, config)
    // Ahead of Vite's own: its CORS and host answers would come first otherwise, and not in JSON.
    stack.unshift({ route: '', handle: createMiddleware(options, listensOn, pageHeaders, config.logger) })
  }
  return {
    name: 'status-proxy',
    configureServer: ({ middlewares, config }) =>
      install(middlewares, config, config.server.host, developmentHeaders),
    configurePreviewServer: ({ middlewares, config }) =>
      install(middlewares, config, config.preview.host, securityHeaders),
  }
}

const API_PATHS = /^\/(?:api|config\.json|healthz)(?![\w-])/
const TEAM_PATHS = /^\/team(?![\w-])/

/** Nested encodings are undone this many times: more than any server in between would. */
const MAX_DECODE_ROUNDS = 3

function decode(path: string): string {
  return path.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/**
 * True when the raw request target lies under `/api` or is `/config.json` or `/healthz`, as it is or once its origin,
 * dot segments, doubled or backward slashes and encodings are resolved: only the proxy may answer it.
 */
function isApiPath(target: string): boolean {
  return resolvesTo(API_PATHS, target)
}

/** The same for what lies under `/team`, which the team's list answers where there is one. */
function isTeamPath(target: string): boolean {
  return resolvesTo(TEAM_PATHS, target)
}

function resolvesTo(pattern: RegExp, target: string): boolean {
  let path = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
  if (pattern.test(path)) return true
  for (let round = 0; round < MAX_DECODE_ROUNDS; round++) path = decode(path)
  return pattern.test(posix.normalize(path.replaceAll('\\', '/')))
}
