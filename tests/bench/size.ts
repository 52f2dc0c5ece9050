/** Fails when the first picture of the built page has grown over its limits: `npm run build && npm run size`. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** Bytes gzip, and requests before the first row: the page, its files, and nothing else. */
const LIMITS = { script: 120_000, style: 15_000, requests: 6 }

const page = readFileSync('dist/index.html', 'utf8')

/** The files of one kind that the page names, and those that they import as they load. */
function files(ending: string): ReadonlySet<string> {
  const found = new Set(
    [...page.matchAll(new RegExp(`(?:src|href)="/(assets/[^"]+\\.${ending})"`, 'g'))].flatMap(
      ([, file]) => file ?? [],
    ),
  )
  for (const file of found) {
    const imports = readFileSync(`dist/${file}`, 'utf8').matchAll(
      /(?:^|[;}])import(?:[^"'()]*?from)?\s*["']\.\/([^"']+)["']/g,
    )
    for (const [, name] of imports) found.add(`assets/${name}`)
  }
  return found
}

function weight(found: Iterable<string>): number {
  return [...found].reduce(
    (sum, file) => sum + gzipSync(readFileSync(`dist/${file}`), { level: 9 }).byteLength,
    0,
  )
}

const scripts = files('js')
const styles = files('css')
const found = { script: weight(scripts), style: weight(styles), requests: 1 + scripts.size + styles.size }

for (const name of ['script', 'style', 'requests'] as const) {
  const limit = LIMITS[name]
  const value = found[name]
  process.stdout.write(`${value > limit ? 'over' : 'ok'}: ${name} ${value} of ${limit}\n`)
  if (value > limit) process.exitCode = 1
}
