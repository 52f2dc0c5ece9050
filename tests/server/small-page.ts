import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { runVite } from './vite-process.ts'

/** A text that is worth packing. */
const long = 'x'.repeat(10_000)

/** A folder whose `dist` is a small page, built by the project's configuration. */
export async function buildSmallPage(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'board-page-'))
  await writeFile(join(root, 'main.js'), `document.title = '${long}'`)
  const script = '<script type="module" src="/main.js"></script>'
  await writeFile(join(root, 'index.html'), `<!doctype html><title>the page</title><!-- ${long} -->${script}`)
  const { code, output } = await runVite(['build'], { root })
  expect(code, output).toBe(0)
  return root
}
