import { posix } from 'node:path'

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
export function isApiPath(target: string): boolean {
  return resolvesTo(API_PATHS, target)
}

/** The same for what lies under `/team`, which the team's list answers where there is one. */
export function isTeamPath(target: string): boolean {
  return resolvesTo(TEAM_PATHS, target)
}

function resolvesTo(pattern: RegExp, target: string): boolean {
  let path = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
  if (pattern.test(path)) return true
  for (let round = 0; round < MAX_DECODE_ROUNDS; round++) path = decode(path)
  return pattern.test(posix.normalize(path.replaceAll('\\', '/')))
}
