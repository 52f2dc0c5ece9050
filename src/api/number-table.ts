/** A list of numbers as a table: one row for each entry, cells as they came. */
export type NumberTable = {
  /** The names of the columns; absent where the list has none. */
  readonly head?: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const MAX_DEPTH = 4

/** National or international, without what people write between the digits: 9 to 15 of them. */
const PHONE_NUMBER = /^\+?\d{9,15}$/

/**
 * The list of phone numbers in a JSON value, at whatever depth: of texts or numbers, of objects or of lists; an object
 * whose every value is a phone number counts as one where there is no other. Several lists with the same columns are
 * one; one whose every number another had before is left out. An empty list, when there is no other; undefined when there is none at
 * all, or when there are several that differ: a table of one would leave numbers out.
 */
export function numberTable(value: unknown): NumberTable | undefined {
  let parts: unknown[] = []
  let level = [value]
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    parts = parts.concat(level)
    level = level.flatMap(part => (Array.isArray(part) ? [] : Object.values(fieldsOf(part))))
  }
  const lists = parts.filter(Array.isArray).flatMap(part => tableOf(part) ?? [])
  const hasList = lists.some(({ rows }) => rows.length > 0)
  const tables = hasList
    ? lists
    : [...lists, ...parts.flatMap(part => (Array.isArray(part) ? [] : (tableOf(part) ?? [])))]
  const numbers = new Set<string>()
  const [first, ...others] = tables.filter(({ rows }) => {
    const before = numbers.size
    for (const cell of rows.flat()) if (isPhoneNumber(cell)) numbers.add(cell)
    return numbers.size > before
  })
  if (first === undefined) return tables[0]
  const isOneList = others.every(({ head }) => String(head) === String(first.head))
  return isOneList ? { ...first, rows: [first, ...others].flatMap(({ rows }) => rows) } : undefined
}

/** How many rows of the table hold a phone number. */
export function countNumbers({ rows }: NumberTable): number {
  return rows.filter(row => row.some(isPhoneNumber)).length
}

function tableOf(part: unknown): NumberTable | undefined {
  if (!Array.isArray(part)) {
    const values = Object.values(fieldsOf(part))
    const isList = values.length > 0 && values.every(value => isPhoneNumber(cell(value)))
    return isList ? { rows: values.map(value => [cell(value)]) } : undefined
  }
  const table = part.some(isObject) ? fromObjects(part) : { rows: part.map(fromEntry) }
  return part.length === 0 || countNumbers(table) > 0 ? table : undefined
}

function fromEntry(entry: unknown): string[] {
  return Array.isArray(entry) ? entry.map(cell) : [cell(entry)]
}

function fromObjects(list: readonly unknown[]): NumberTable {
  const head = [...new Set(list.flatMap(entry => Object.keys(fieldsOf(entry))))]
  return { head, rows: list.map(entry => head.map(name => cell(fieldsOf(entry)[name]))) }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? { ...value } : {}
}

/** Empty for what is no single value. */
function cell(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}

/** True for what can be a phone number: `0639980000`, `06 39 98 00 00`, `+33639980000`, `639980000`. */
export function isPhoneNumber(text: string): boolean {
  return text.length <= 24 && PHONE_NUMBER.test(text.replace(/[\s\u00a0\u202f().-]/g, ''))
}
