/** What one entry of a catalogue says, by its path: `add.why.too-long`. */
export type Spoken = { readonly path: string; readonly text: string }

const counts = [0, 1, 2, 1_000]

/** All that a catalogue says: its words, and its messages with a few numbers for whatever they ask. */
export function allSpoken(catalogue: unknown, path: readonly string[] = []): readonly Spoken[] {
  const name = path.join('.')
  if (typeof catalogue === 'string') return [{ path: name, text: catalogue }]
  if (typeof catalogue === 'function') {
    return counts.map(count => {
      const asked = Array.from({ length: catalogue.length }, () => count)
      return { path: `${name}(${count})`, text: String(Reflect.apply(catalogue, undefined, asked)) }
    })
  }
  if (typeof catalogue !== 'object' || catalogue === null) throw new Error(`${name} says nothing`)
  return Object.entries(catalogue).flatMap(([key, value]) => allSpoken(value, [...path, key]))
}
