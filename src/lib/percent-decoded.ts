import { attempt } from './attempt.ts'

/** The text itself where its escapes are malformed. */
export function percentDecoded(text: string): string {
  return attempt(() => decodeURIComponent(text)) ?? text
}
