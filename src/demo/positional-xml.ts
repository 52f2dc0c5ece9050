import type { ErrorReply, StatusReply } from './status-reply.ts'

/** A reply in the provider's XML: the values of the JSON in its order, each an `<entry>` without a name. */
export function positionalXml(reply: StatusReply | ErrorReply): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<result>${entries(reply)}</result>`
}

function entries(parent: object): string {
  return Object.values(parent)
    .map(value => `<entry>${content(value)}</entry>`)
    .join('')
}

function content(value: unknown): string {
  if (typeof value === 'object' && value !== null) return entries(value)
  return typeof value === 'string' ? cdata(value) : String(value)
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}
