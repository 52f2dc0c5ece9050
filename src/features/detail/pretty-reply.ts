import { attempt } from '../../lib/attempt.ts'

/**
 * A reply with a line for each field, indented: only the white space between its parts changes, so that numbers and
 * escapes stay as they came. What is neither JSON nor XML is left as it is.
 */
export function prettyReply(raw: string): string {
  const text = raw.trim()
  if (text.startsWith('<')) return indentXml(text)
  return attempt(() => JSON.parse(text) !== undefined) ? indentJson(text) : raw
}

const INDENT = '  '

function indentJson(text: string): string {
  let depth = 0
  const line = () => `\n${INDENT.repeat(depth)}`
  return (text.match(/"(?:[^"\\]|\\.)*"|[{[]\s*[}\]]|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [])
    .map(part => {
      if (part === '{' || part === '[') {
        depth += 1
        return part + line()
      }
      if (part === '}' || part === ']') {
        depth -= 1
        return line() + part
      }
      if (part === ',') return part + line()
      return part === ':' ? ': ' : part.startsWith('"') ? part : part.replace(/\s/g, '')
    })
    .join('')
}

function indentXml(text: string): string {
  let depth = 0
  const lines: string[] = []
  // A tag around text alone stays on one line with it.
  const parts = text.match(
    /<(\w+)[^<>]*>(?:\s*<!\[CDATA\[[\s\S]*?\]\]>\s*|[^<]*)<\/\1>|<!\[CDATA\[[\s\S]*?\]\]>|<[^>]*>|[^<]+/g,
  )
  for (const part of parts?.map(part => part.trim()).filter(Boolean) ?? []) {
    const isEnd = part.startsWith('</')
    if (isEnd) depth = Math.max(0, depth - 1)
    lines.push(INDENT.repeat(depth) + part)
    const isStart = /^<\w[^>]*[^/]?>$/.test(part) && !part.endsWith('/>')
    if (isStart) depth += 1
  }
  return lines.join('\n')
}
