import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'

const entry = z.object({ version: z.optional(z.string()), integrity: z.optional(z.string()) })
const lockSchema = z.object({ packages: z.record(z.string(), entry) })

test('every package in the lock has its SHA-512, for every platform', () => {
  const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')
  const packages = Object.entries(lockSchema.parse(JSON.parse(text)).packages).filter(([path]) => path !== '')
  // `npm view NAME@VERSION dist.integrity` gives it where complete-lock.mjs has added a package of another platform.
  const bare = packages.filter(([, { integrity = '' }]) => !/^sha512-[\w+/]{86}==$/.test(integrity))
  expect(bare.map(([path, { version }]) => `${path} ${version}`)).toEqual([])
  expect(packages.length).toBeGreaterThan(200)
})

const bad = { name: 'x', version: '1.0.0', code: 'EINTEGRITYSIGNATURE' }

test.each([
  ['{"invalid":[],"missing":[]}', 0, '0 invalid, 0 missing'],
  [JSON.stringify({ invalid: [], missing: [bad] }), 0, '0 invalid, 1 missing'],
  [JSON.stringify({ invalid: [bad], missing: [] }), 1, 'x@1.0.0: EINTEGRITYSIGNATURE'],
  ['{"error":{"code":"EEXPIREDSIGNATUREKEY"}}', 1, 'EEXPIREDSIGNATUREKEY'],
  ['{"error":{"code":"ENOTFOUND"}}', 0, 'not checked (ENOTFOUND)'],
  ['{"error":{"code":"E503"}}', 0, 'not checked (E503)'],
  ['<html>', 0, 'not checked (no answer)'],
  ['', 0, 'not checked (no answer)'],
])('when npm says %s of the signatures, .ci/run ends with %i', (said, code, words) => {
  const folder = mkdtempSync(join(tmpdir(), 'npm-'))
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\nprintf '%s' '${said}'\nexit 1\n`, { mode: 0o755 })
  const script = fileURLToPath(new URL('../../.ci/check-signatures.mjs', import.meta.url))
  const { status, stdout } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env.PATH}` },
  })
  rmSync(folder, { recursive: true })
  expect(stdout).toContain(words)
  expect(status).toBe(code)
})
