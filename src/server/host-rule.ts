import { isIP, isIPv4 } from 'node:net'

const HOST = /^(?:\[(?<ipv6>[0-9a-f:.]+)\]|(?<name>[^\s:[\]]+))(?::\d{1,5})?$/

/** Whether a `Host` header, in lower case, names this server. */
export type HostRule = (host: string) => boolean

/**
 * Keeps a foreign name, rebound to this server's address, away from its key. Allows the loopback, the address listened
 * on (`true` and the unspecified addresses stand for every address) and the given names.
 */
export function createHostRule(listensOn: string | boolean | undefined, names: readonly string[]): HostRule {
  const everywhere = listensOn === true || listensOn === '0.0.0.0' || listensOn === '::'
  const own = new Set(['localhost', '::1', ...names])
  if (typeof listensOn === 'string') own.add(listensOn.toLowerCase())

  return host => {
    const { ipv6, name } = HOST.exec(host)?.groups ?? {}
    const hostname = ipv6 ?? name
    if (hostname === undefined) return false
    if (own.has(hostname) || (isIPv4(hostname) && hostname.startsWith('127.'))) return true
    return everywhere && isIP(hostname) !== 0
  }
}
