import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Vite writes the licences of the bundled packages into it (`build.license`). */
export const NOTICES_FILE = 'third-party-notices.txt'

/** Adds to the notices what the build takes of packages without importing them: the credits of README.md. */
export function notices(): Plugin {
  return {
    name: 'notices',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const file = bundle[NOTICES_FILE]
        const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
        const credits = readme.split(/^(?=## )/m).find(section => section.startsWith('## Credits'))
        if (file?.type !== 'asset' || credits === undefined) throw new Error('the build has no notices')
        file.source = `${file.source}\n${credits}`
      },
    },
  }
}
