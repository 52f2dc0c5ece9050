import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canaryEnv } from '../server/canary.ts'
import { runVite } from '../server/vite-process.ts'
import { BUILT_AT } from './built-board.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))

/** Builds the board once for all workers, out of the way of the developer's own `dist`. */
// biome-ignore lint/style/noDefaultExport: Playwright calls the default export of a global setup
export default async function buildBoard() {
  const root = await mkdtemp(join(tmpdir(), 'rental-board-'))
  const outDir = join(root, 'dist')
  const { code, output } = await runVite(['build', repository, '--outDir', outDir, '--emptyOutDir'], {
    root,
    env: canaryEnv,
  })
  const remove = () => rm(root, { recursive: true })
  if (code !== 0) {
    await remove()
    throw new Error(`the board does not build:\n${output}`)
  }
  process.env[BUILT_AT] = root
  return remove
}
