import { attempt } from '../../lib/attempt.ts'
import { wordsOf } from '../../rentals/identifiers.ts'
import type { Extraction, TokenMatch } from './parse-rows.ts'

const tokenKeys: ReadonlySet<string> = new Set(['token', 'tokens', 'identifiant', 'identifiants'])
const nameKeys: ReadonlySet<string> = new Set(['name', 'nom', 'label'])

/**
 * JSON such as the order endpoint's reply: the values of `token`, `tokens`, `identifiant` and `identifiants` at any
 * depth, of any member where tokens are known by their form, each with the `name`, `nom` or `label` beside it. The
 * texts of a bare array are tokens. Else undefined.
 */
export function parseJson(text: string, isCertain: boolean): Extraction | undefined {
  const value = parse(text)
  return value === undefined ? undefined : { taken: extractAll(value, isCertain), ignored: [] }
}

function parse(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  const value: unknown = attempt(() => JSON.parse(text.trim()))
  return typeof value === 'object' && value !== null ? value : undefined
}

type Waiting = { value: unknown; named: boolean; name?: string | undefined }

/** Walks without recursion, so that no depth is too deep. */
function extractAll(root: object, isCertain: boolean): readonly TokenMatch[] {
  const taken: TokenMatch[] = []
  const waiting: Waiting[] = [{ value: root, named: true }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, named, name } = next
    if (typeof value === 'object' && value !== null) {
      for (const member of membersOf(value, named).reverse()) waiting.push(member)
    } else if (named || isCertain) for (const one of extractValue(value, name)) taken.push(one)
  }
  return taken
}

function membersOf(value: object, named: boolean): Waiting[] {
  if (Array.isArray(value)) return value.map((value: unknown) => ({ value, named }))
  const members: [string, unknown][] = Object.entries(value)
  const name = members.find(([key]) => nameKeys.has(key.toLowerCase()))?.[1]
  const beside = typeof name === 'string' ? name : undefined
  return members.map(([key, value]) => ({ value, named: tokenKeys.has(key.toLowerCase()), name: beside }))
}

/** A number that JSON cannot hold exactly is no token. */
function extractValue(value: unknown, name: string | undefined): readonly TokenMatch[] {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value
  if (typeof text !== 'string') return []
  const words = wordsOf(text)
  return words.length === 1 ? words.map(word => ({ word, name })) : words.map(word => ({ word }))
}
