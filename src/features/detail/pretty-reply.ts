import { attempt } from '../../lib/attempt.ts'

/**
 * A reply with a line for each field, indented: only the white space between its parts changes, so that numbers and
 * escapes stay as they came. What is neither JSON nor XML is left as it is. Of a reply of more than `most` characters
 * the whole lines among them.
 */
export function prettyReply(raw: string, most: number): string {
  const text = raw.trim()
  const start = text.slice(0, most)
  const pretty = text.startsWith('<')
    ? indentXml(start)
    : isJson(text)
      ? indentJson(start)
      : raw.slice(0, most)
  return start === text ? pretty : pretty.replace(/\n[^\n]*$/, '')
}

function isJson(text: string): boolean {
  return attempt(() => JSON.parse(text) !== undefined) ?? false
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
