import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** One of the provider's sample replies, word for word as its page shows it. */
export function sample(name: 'status-reply' | 'error-reply', form: 'json' | 'xml'): string {
  return readFileSync(resolve('tests/samples', `${name}.${form}`), 'utf8')
}
