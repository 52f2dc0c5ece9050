import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const TEXT = /\.(?:css|html|js|json|svg|txt|webmanifest|xml)$/

/** A shorter text fits into one packet as it is. */
const MIN_COMPRESSED_BYTES = 1_024

const packers = {
  '.gz': (bytes: Buffer) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
  '.br': (bytes: Buffer) => promisify(brotliCompress)(bytes),
}

/** Writes a `.gz` and a `.br` beside every text of the build, for servers that send them (`gzip_static`). */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir = 'dist' }) {
      const entries = await readdir(dir, { recursive: true, withFileTypes: true })
      const texts = entries.filter(entry => entry.isFile() && TEXT.test(entry.name))
      await Promise.all(texts.map(({ parentPath, name }) => pack(join(parentPath, name))))
    },
  }
}

async function pack(file: string): Promise<void> {
  const bytes = await readFile(file)
  if (bytes.byteLength < MIN_COMPRESSED_BYTES) return
  for (const [ending, packer] of Object.entries(packers)) await writeFile(file + ending, await packer(bytes))
}
