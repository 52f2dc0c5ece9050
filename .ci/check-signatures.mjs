/**
 * Fails where the registry's signature of an installed package is wrong. Where the registry, or those who keep its keys,
 * do not answer, or it gives no signatures, that is said and nothing more.
 */
import { spawnSync } from 'node:child_process'

const args = ['audit', 'signatures', '--json', '--fetch-retries=1', '--fetch-retry-mintimeout=1000']
const { stdout } = spawnSync('npm', args, { encoding: 'utf8', timeout: 120_000 })

/** What npm found; it may have been stopped before it could say. */
function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return { error: { code: 'no answer' } }
  }
}

const { error, invalid = [], missing = [] } = parse(stdout)
const isBad = invalid.length > 0 || /SIGNATURE|ATTESTATION/.test(error?.code)
for (const { name, version, code } of invalid) process.stdout.write(`${name}@${version}: ${code}\n`)
process.stdout.write(
  error
    ? `signatures: not checked (${error.code})\n`
    : `signatures: ${invalid.length} invalid, ${missing.length} missing\n`,
)
process.exit(isBad ? 1 : 0)
