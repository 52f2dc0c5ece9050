import type { Plugin, Rolldown } from 'vite'

/** The parts of the page that come when they are wanted, as sources. */
const LATER = /\/src\/components\//

/**
 * A Vite plugin that names in `index.html`, as `<meta name="later-parts">`, the files of the parts that come when they
 * are wanted, so that the page can fetch them ahead (`src/app/prefetch.ts`). What the page loads by itself, the
 * demonstration, the languages and the places are not among them.
 */
export function laterParts(): Plugin {
  return {
    name: 'later-parts',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') throw new Error('the build has no index.html to name its parts')
        const chunks = Object.values(bundle).filter(output => output.type === 'chunk')
        const names = filesOf(chunks.filter(isLater), bundle)
        for (const name of filesOf(chunks.filter(isEarly), bundle)) names.delete(name)
        const tag = `<meta name="later-parts" content="${[...names].sort().join(' ')}" />`
        page.source = String(page.source).replace('</head>', `  ${tag}\n  </head>`)
      },
    },
  }
}

function isLater({ facadeModuleId, isDynamicEntry }: Rolldown.OutputChunk): boolean {
  return isDynamicEntry && facadeModuleId !== null && LATER.test(facadeModuleId)
}

/** The groups of `vite.config.ts`, which every page loads. */
function isEarly({ isEntry, name }: Rolldown.OutputChunk): boolean {
  return isEntry || name === 'soon' || name === 'polling'
}

/** The files of these chunks and of all that they import as they load. */
function filesOf(chunks: readonly Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): Set<string> {
  const files = new Set(chunks.map(({ fileName }) => fileName))
  for (const file of files) {
    const output = bundle[file]
    if (output?.type === 'chunk') for (const imported of output.imports) files.add(imported)
  }
  return files
}
