import * as z from 'zod/mini'
import { createStore } from 'zustand/vanilla'
import { askServer } from '../api/server-config.ts'
import { RELOADED_KEY } from '../storage.ts'

/** Milliseconds between two looks at the deployed version, and how long one may take. */
const CHECK_INTERVAL_MS = 600_000
const CHECK_TIMEOUT_MS = 10_000

/** Versions remembered, of those that a wall screen reloaded for. */
const MAX_REMEMBERED_VERSIONS = 20

const versionFile = z.object({ version: z.string().check(z.minLength(1)) })
const reloadedVersions = z.array(z.string())

/** Why the page should be loaded anew: another version is deployed, or this one does not work as a whole. */
type ReloadReason = 'newer' | 'broken'

/** What the page knows of its own age: one for the page, whichever board it shows. */
export const versionStore = createStore<{ reason: ReloadReason | undefined }>(() => ({ reason: undefined }))

type VersionWatch = {
  /** The version of this page; absent in development, where nothing is deployed. */
  own: string | undefined
  /** True while the page is a wall screen, with nobody there to press a button. */
  isWall: () => boolean
  /** Remembers over a reload; without it no page reloads by itself. */
  memory: Storage | undefined
  reload: () => void
}

/**
 * Looks at the deployed version every ten minutes, and when the page breaks. A wall screen reloads by itself, once for
 * each version and only after the server answered: a reload without a server leaves an error page. Every other page
 * offers it through `versionStore`. Returns what ends the watch.
 */
export function watchVersion({ own, isWall, memory, reload }: VersionWatch): () => void {
  const events = new AbortController()

  async function look() {
    const deployed = (await askServer('/version.json', versionFile, CHECK_TIMEOUT_MS))?.version
    const isBroken = versionStore.getState().reason === 'broken'
    if (deployed === undefined || events.signal.aborted || (deployed === own && !isBroken)) return
    if (!isBroken) versionStore.setState({ reason: 'newer' })
    if (isWall() && mayReload(deployed, memory)) reload()
  }

  const timer = own === undefined ? undefined : setInterval(look, CHECK_INTERVAL_MS)
  const forget = versionStore.subscribe(({ reason }, before) => {
    if (reason === 'broken' && before.reason !== 'broken') void look()
  })
  window.addEventListener('vite:preloadError', markBroken, { signal: events.signal })
  return () => {
    clearInterval(timer)
    forget()
    events.abort()
  }
}

/** Says that this page no longer works as a whole: code that could not be loaded, or a crash. */
export function markBroken(): void {
  versionStore.setState({ reason: 'broken' })
}

/** The version of this page, which its build wrote into it. */
export function ownVersion(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="build-version"]')?.content
}

/** True once for each version, and never where that cannot be remembered: the guard against a loop of reloads. */
function mayReload(version: string, memory: Storage | undefined): boolean {
  try {
    const before = reloadedVersions.parse(JSON.parse(memory?.getItem(RELOADED_KEY) ?? '[]'))
    if (memory === undefined || before.includes(version)) return false
    memory.setItem(RELOADED_KEY, JSON.stringify([...before, version].slice(-MAX_REMEMBERED_VERSIONS)))
    return true
  } catch {
    return false
  }
}
