import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { parseSync } from 'vite'

/** `type` vanishes when the page is built, `dynamic` makes a chunk of its own. */
export type ImportKind = 'static' | 'type' | 'dynamic'

export type Import = {
  /** A file as a path from the project's root, or a package as it is written. */
  readonly target: string
  readonly kind: ImportKind
}

export type SourceFile = {
  /** From the project's root, with forward slashes. */
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  /** Re-exports of another module's names: a barrel is made of them. */
  readonly passesOn: boolean
  readonly hasDefaultExport: boolean
}

/** Every script under a folder of the project, parsed. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => posix.join(folder, path.replaceAll('\\', '/')))
    .filter(path => /\.(?:tsx?|js)$/.test(path))
    .sort()
    .map(path => parseSource(path, readFileSync(path, 'utf8')))
}

/** Reads what one file imports and exports; throws on a syntax error. */
export function parseSource(path: string, text: string): SourceFile {
  const { module, errors } = parseSync(path, text)
  if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`)
  const exported = module.staticExports.flatMap(({ entries }) => entries)
  const resolved = (target: string) =>
    target.startsWith('.') ? posix.join(posix.dirname(path), target) : target
  return {
    path,
    lines: text.trimEnd().split('\n').length,
    imports: [
      ...module.staticImports.map(({ moduleRequest, entries }) => {
        const isType = entries.length > 0 && entries.every(entry => entry.isType)
        return { target: resolved(moduleRequest.value), kind: isType ? 'type' : 'static' } as const
      }),
      ...exported.flatMap(({ moduleRequest, isType }) =>
        moduleRequest === null
          ? []
          : ({ target: resolved(moduleRequest.value), kind: isType ? 'type' : 'static' } as const),
      ),
      ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => {
        return { target: resolved(text.slice(start + 1, end - 1)), kind: 'dynamic' } as const
      }),
    ],
    passesOn: exported.some(({ moduleRequest }) => moduleRequest !== null),
    hasDefaultExport: exported.some(({ exportName }) => exportName.kind === 'Default'),
  }
}
