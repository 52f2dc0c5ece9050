import * as z from 'zod/mini'
import { attempt } from '../lib/attempt.ts'
import teamNameRule from '../server/team-name-rule.js'
import { HttpError, NetworkError } from './errors.ts'
import { isToken } from './rental.ts'
import { askServerConfig } from './server-config.ts'

const FOLDER = '/team/rentals/'

/** How long (ms) the page waits for each answer of the list. */
const REPLY_TIMEOUT_MS = 10_000

const entrySchema = z.object({
  name: z.string(),
  type: z.literal('file'),
  mtime: z.string(),
  size: z.number(),
})

/** A file of the team's list. */
export type TeamFile = {
  /** Milliseconds since 1970 by the server's clock, in whole seconds. */
  readonly changedAt: number
  /** Another one once the file has changed, but for a change of the same size within the same second. */
  readonly version: string
}

/** What the file of the interests' names has in place of a token, which never has a space. */
export const INTERESTS_NAME = ' interests'

export type TeamListing = {
  /** When the server answered, in milliseconds since 1970 by its clock, in whole seconds. */
  readonly at: number
  /** By the tokens of their rentals. */
  readonly files: ReadonlyMap<string, TeamFile>
  readonly interests: TeamFile | undefined
}

/** Whether the operator switched the team's list on; undefined when the server does not say. */
export async function hasTeamList(): Promise<boolean | undefined> {
  const config = await askServerConfig()
  return config && config.teamList === true
}

/** `NAME.json`; undefined where the token makes too long a name. */
export const { teamFileName } = teamNameRule

/** Undefined for a file that is no rental's. */
export function tokenOfTeamFile(file: string): string | undefined {
  const token = teamNameRule.tokenOfTeamFile(file)
  return token !== undefined && isToken(token) ? token : undefined
}

/** @throws NetworkError or HttpError, as all of these do. */
export async function fetchTeamListing(): Promise<TeamListing> {
  const { response, body } = await ask(FOLDER)
  const { data: entries } = z.array(z.unknown()).safeParse(attempt(() => JSON.parse(body)))
  if (entries === undefined) throw new NetworkError('what answers is no listing')
  const files = new Map<string, TeamFile>()
  let interests: TeamFile | undefined
  for (const value of entries) {
    const { data } = entrySchema.safeParse(value)
    if (data === undefined) continue
    const file = { changedAt: Date.parse(data.mtime), version: `${data.mtime} ${data.size}` }
    const token = tokenOfTeamFile(data.name)
    if (token !== undefined) files.set(token, file)
    else if (data.name === teamFileName(INTERESTS_NAME)) interests = file
  }
  return { at: Date.parse(response.headers.get('Date') ?? ''), files, interests }
}

/** The text of the file; undefined where there is none. */
export async function fetchTeamFile(token: string): Promise<string | undefined> {
  const { response, body } = await ask(addressOf(token), {}, [404])
  return response.status === 404 ? undefined : body
}

/** The last writer wins on the file: what is sent should be merged with what was there. */
export async function putTeamFile(token: string, body: string): Promise<void> {
  const headers = { 'Content-Type': 'application/json' }
  await ask(addressOf(token), { method: 'PUT', headers, body })
}

export async function deleteTeamFile(token: string): Promise<void> {
  await ask(addressOf(token), { method: 'DELETE' }, [404])
}

function addressOf(token: string): string {
  return `${FOLDER}${teamFileName(token)}`
}

async function ask(
  path: string,
  { headers, ...init }: RequestInit = {},
  expected: readonly number[] = [],
): Promise<{ response: Response; body: string }> {
  try {
    const response = await fetch(location.origin + path, {
      ...init,
      headers: { 'X-Requested-With': 'rental-board', ...headers },
      signal: AbortSignal.timeout(REPLY_TIMEOUT_MS),
      // The listing may be answered by «not modified».
      cache: 'no-cache',
      credentials: 'same-origin',
      redirect: 'error',
    })
    if (!response.ok && !expected.includes(response.status)) throw new HttpError(response.status)
    return { response, body: await response.text() }
  } catch (cause) {
    throw cause instanceof HttpError ? cause : new NetworkError('no whole answer in time', { cause })
  }
}
