import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { isAbsolute, relative, resolve } from 'node:path'
import type { Logger, ResolvedConfig } from 'vite'
import headerRule from './header-rule.js'
import { readBody } from './http-message.ts'
import requestRule, { type Reply } from './request-rule.js'
import { settingError } from './settings.ts'
import teamRule from './team-rule.js'

/**
 * Does what `team-rule.js` lets through to the files of the folder. Undefined for a connection that was cut within a
 * body, which has no answer.
 */
export async function answerTeam(
  request: IncomingMessage,
  folder: string,
  logger: Logger,
): Promise<Reply | undefined> {
  const { method, url: target = '', headersDistinct: headers } = request
  const asked = { method, target, headers }
  const decision = teamRule.validateTeamRequest(asked)
  const isWrite = 'allow' in decision && decision.allow === 'write'
  const body = isWrite
    ? await readBody(request, teamRule.MAX_BYTES).catch(() => 'cut' as const)
    : Buffer.alloc(0)
  if (body === 'cut') return undefined
  if (body === undefined) return requestRule.errorReply('team-too-long')
  const { status, ...reply } = teamRule.answerTeam(asked, folder, body, randomUUID(), cause =>
    logger.warn(`The folder of TEAM_LIST_DIR cannot be read or written: ${cause}.`),
  )
  const cacheControl = headerRule.cacheControl(String(status), target)
  return { status, ...reply, headers: { 'cache-control': cacheControl, ...reply.headers } }
}

function isWithin(folder: string, parent: string): boolean {
  const path = relative(parent, folder)
  return !isAbsolute(path) && path.split(/[\\/]/)[0] !== '..'
}

/** Makes the folder where there is none, and says what is wrong with it. */
export async function prepareTeamFolder(
  folder: string,
  { root, publicDir, build, logger }: ResolvedConfig,
): Promise<void> {
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
