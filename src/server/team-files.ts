import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, readdir, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { isAbsolute, join, relative, resolve } from 'node:path'
import type { Connect, Plugin, ResolvedConfig } from 'vite'
import { isTeamPath } from './api-path.ts'
import requestRule, { type ErrorReason, type Reply } from './request-rule.js'
import { dataHeaders } from './security-headers.ts'
import { sendReply } from './send-reply.ts'
import { type ServerSettings, settingError } from './settings.ts'
import teamNameRule from './team-name-rule.js'
import teamRule, { type TeamDecision } from './team-rule.js'

const json = { 'content-type': 'application/json; charset=utf-8' }

function reply(status: number, headers: Record<string, string> = {}, body: Reply['body'] = ''): Reply {
  return { status, headers, body }
}

/** Without a body where the browser has the same already. */
function tagged(request: IncomingMessage, headers: Record<string, string>, body: Reply['body']): Reply {
  return headers.etag !== undefined && request.headers['if-none-match'] === headers.etag
    ? reply(304, headers)
    : reply(200, { ...json, ...headers }, body)
}

/** The files as nginx's `autoindex_format json` gives them, to be kept by the browser and asked for anew each time. */
async function list(folder: string, changedAt: number, request: IncomingMessage): Promise<Reply> {
  const tag = teamRule.listingTag(changedAt, Date.now())
  const names = (await readdir(folder)).filter(name => teamNameRule.tokenOfTeamFile(name) !== undefined)
  const files = await Promise.all(
    names.map(async name => {
      const found = await stat(join(folder, name)).catch(() => undefined)
      const { mtime, size } = found ?? {}
      return found?.isFile() ? [{ name, type: 'file', mtime: mtime?.toUTCString(), size }] : []
    }),
  )
  const headers = { 'cache-control': 'private, no-cache', ...(tag !== undefined && { etag: tag }) }
  return tagged(request, headers, JSON.stringify(files.flat()))
}

async function read(path: string, request: IncomingMessage): Promise<Reply> {
  const body = await readFile(path)
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  return tagged(request, { etag }, body)
}

/** Why it cannot be kept, instead of the body. */
async function readBody(request: IncomingMessage): Promise<Buffer | ErrorReason> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length
    if (length > teamRule.MAX_BYTES) return 'team-too-long'
    chunks.push(chunk)
  }
  const body = Buffer.concat(chunks)
  return teamRule.isJson(body) ? body : 'team-bad-json'
}

/** Whole or not at all: beside its place, under a name that no rental has, and then renamed. */
async function write(path: string, folder: string, body: Buffer, target = ''): Promise<Reply> {
  const unfinished = join(folder, `.${randomUUID()}`)
  try {
    await writeFile(unfinished, body, { mode: 0o600 })
    const isNew = await access(path).then(
      () => false,
      () => true,
    )
    await rename(unfinished, path)
    return isNew ? reply(201, { location: target }) : reply(204)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
}

/** Throws where the folder, or what is in it, cannot be read or written. */
async function answer(decision: TeamDecision, folder: string, request: IncomingMessage): Promise<Reply> {
  if ('refuse' in decision) return requestRule.errorReply(decision.refuse)
  // Before the files: what changes meanwhile makes another tag. The slash: of a folder, and nothing else.
  const { mtimeMs } = await stat(`${folder}/`)
  if (decision.allow === 'list') return list(folder, mtimeMs, request)
  const path = join(folder, decision.file)
  if (decision.allow === 'write') {
    const body = await readBody(request)
    return typeof body === 'string' ? requestRule.errorReply(body) : write(path, folder, body, request.url)
  }
  try {
    if (decision.allow === 'read') return await read(path, request)
    await unlink(path)
    return reply(204)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return requestRule.errorReply('not-found')
    throw error
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function createMiddleware(folder: string, { logger }: ResolvedConfig): Connect.NextHandleFunction {
  return async (request, response, next) => {
    const { method, url: target = '', headersDistinct: headers } = request
    if (!isTeamPath(target)) return next()
    for (const [name, value] of Object.entries(dataHeaders)) response.setHeader(name, value)
    const decision = teamRule.validateTeamRequest({ method, target, headers })
    const answered = await answer(decision, folder, request).catch(error => {
      // A connection that was cut within a body has no answer, and is no fault of the folder.
      if (request.destroyed && !request.complete) return undefined
      logger.warn(`The folder of TEAM_LIST_DIR cannot be read or written: ${codeOf(error)}.`)
      return requestRule.errorReply('team-list-unwritable')
    })
    if (answered === undefined) return
    // The rest of a refused body goes with the connection.
    if (!request.complete) response.setHeader('connection', 'close')
    sendReply(response, answered)
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
