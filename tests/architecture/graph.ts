import type { ImportKind, SourceFile } from './source-files.ts'

type Graph = ReadonlyMap<string, readonly string[]>

/** Who imports whom, over the given kinds of import. */
export function graphOf(files: readonly SourceFile[], kinds: readonly ImportKind[]): Graph {
  return new Map(
    files.map(({ path, imports }) => [
      path,
      imports.filter(({ kind }) => kinds.includes(kind)).map(({ target }) => target),
    ]),
  )
}

/** All that a file brings along, itself included. */
export function reachedFrom(start: string, graph: Graph): ReadonlySet<string> {
  const reached = new Set([start])
  for (const path of reached) for (const target of graph.get(path) ?? []) reached.add(target)
  return reached
}

/** A way that leads from a file back to itself, as `a -> b -> a`; undefined when there is none. */
export function cycleThrough(start: string, graph: Graph): string | undefined {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const path of queue) {
    for (const target of graph.get(path) ?? []) {
      if (target === start) return [...trail(path, cameFrom), start].join(' -> ')
      if (!cameFrom.has(target)) {
        cameFrom.set(target, path)
        queue.push(target)
      }
    }
  }
  return undefined
}

function trail(end: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const before = cameFrom.get(end)
  return before === undefined ? [end] : [...trail(before, cameFrom), end]
}
