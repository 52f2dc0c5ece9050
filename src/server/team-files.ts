import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { isAbsolute, relative, resolve } from 'node:path'
import type { Connect, Plugin, ResolvedConfig } from 'vite'
import { isTeamPath } from './api-path.ts'
import headerRule from './header-rule.js'
import requestRule, { type Reply } from './request-rule.js'
import { dataHeaders } from './security-headers.ts'
import { sendReply } from './send-reply.ts'
import { type ServerSettings, settingError } from './settings.ts'
import teamRule from './team-rule.js'

/** Undefined for more than a file of the list may have. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length
    if (length > teamRule.MAX_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function answer(
  request: IncomingMessage,
  folder: string,
  warn: (cause: string) => void,
): Promise<Reply> {
  const { method, url: target = '', headersDistinct: headers } = request
  const asked = { method, target, headers }
  const decision = teamRule.validateTeamRequest(asked)
  const isWrite = 'allow' in decision && decision.allow === 'write'
  const body = isWrite ? await readBody(request) : Buffer.alloc(0)
  if (body === undefined) return requestRule.errorReply('team-too-long')
  return teamRule.answerTeam(asked, folder, body, randomUUID(), warn)
}

function createMiddleware(folder: string, { logger }: ResolvedConfig): Connect.NextHandleFunction {
  const warn = (cause: string) =>
    logger.warn(`The folder of TEAM_LIST_DIR cannot be read or written: ${cause}.`)
  return async (request, response, next) => {
    const { url: target = '' } = request
    if (!isTeamPath(target)) return next()
    for (const [name, value] of Object.entries(dataHeaders)) response.setHeader(name, value)
    // A connection that was cut within a body has no answer.
    const reply = await answer(request, folder, warn).catch(() => undefined)
    if (reply === undefined) return
    const cacheControl = headerRule.cacheControl(String(reply.status), target)
    // The rest of a refused body goes with the connection.
    if (!request.complete) response.setHeader('connection', 'close')
    sendReply(response, { ...reply, headers: { 'cache-control': cacheControl, ...reply.headers } })
  }
}

function isWithin(folder: string, parent: string): boolean {
  const path = relative(parent, folder)
  return !isAbsolute(path) && path.split(/[\\/]/)[0] !== '..'
}

/** Makes the folder where there is none, and says what is wrong with it. */
async function prepare(folder: string, { root, publicDir, build, logger }: ResolvedConfig): Promise<void> {
  const isServed = [publicDir, resolve(root, build.outDir)].some(served => isWithin(folder, served))
  if (isServed || isWithin(root, folder))
    throw settingError(
      'TEAM_LIST_DIR must be a folder of its own, and none that is served as part of the page.',
    )
  await mkdir(folder, { recursive: true }).catch(({ code }) => {
    logger.warn(
      `TEAM_LIST_DIR: the folder ${folder} cannot be made (${code}), so the team's list cannot be kept.`,
    )
  })
}

/**
 * Keeps the team's list in the folder that `TEAM_LIST_DIR` names: what `validateTeamRequest` lets through under `/team`
 * is done to its files, and everything else there is refused in JSON. Nothing without a folder. Behind the proxy, which
 * judges the name in `Host`, and ahead of Vite's own.
 */
export function teamFiles({ teamFolder }: Pick<ServerSettings, 'teamFolder'>): Plugin | undefined {
  if (teamFolder === undefined) return undefined
  async function install({ stack }: Connect.Server, config: ResolvedConfig, folder: string): Promise<void> {
    await prepare(folder, config)
    stack.unshift({ route: '', handle: createMiddleware(folder, config) })
  }
  return {
    name: 'team-files',
    configureServer: ({ middlewares, config }) => install(middlewares, config, teamFolder),
    configurePreviewServer: ({ middlewares, config }) => install(middlewares, config, teamFolder),
  }
}
