import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** One of the provider's sample replies, word for word. */
export function sample(name: 'status-reply' | 'error-reply', form: 'json' | 'xml'): string {
  return readFileSync(resolve('../shared/api', `${name}.${form}`), 'utf8')
}
