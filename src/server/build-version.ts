import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** Names the deployed build: `{"version": string}`. */
const VERSION_FILE = 'version.json'

/**
 * Writes a version into `index.html` (`<meta name="build-version">`), by which a page knows its build, and into
 * `version.json`, which names the deployed one. The same sources make the same version; the development server, whose
 * page is always the latest, answers `development`.
 */
export function buildVersion(): Plugin {
  return {
    name: 'build-version',
    configureServer({ middlewares }) {
      middlewares.use(`/${VERSION_FILE}`, (_request, response) => {
        response.setHeader('content-type', 'application/json')
        response.end(fileOf('development'))
      })
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') throw new Error('the build has no index.html to carry its version')
        const html = String(page.source)
        const version = versionOf(html)
        page.source = html.replace(
          '</head>',
          `  <meta name="build-version" content="${version}" />\n  </head>`,
        )
        this.emitFile({ type: 'asset', fileName: VERSION_FILE, source: fileOf(version) })
      },
    },
  }
}

/** The page names its first files by a hash of their content, and these name all others: its hash covers them all. */
function versionOf(html: string): string {
  return createHash('sha256').update(html).digest('hex').slice(0, 16)
}

function fileOf(version: string): string {
  return JSON.stringify({ version })
}
