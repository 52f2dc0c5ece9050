import { DecodeError } from './errors.ts'

/** Tags that open a web page or a PHP warning, and never a reply of the provider. */
const pageStart =
  /^<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|main|h[1-6]|center|div|p|b|br|form|table)\b/i

function skipProlog(text: string): string {
  let rest = text.trimStart()
  while (rest.startsWith('<?') || rest.startsWith('<!--')) {
    const close = rest.startsWith('<?') ? '?>' : '-->'
    const end = rest.indexOf(close)
    if (end < 0) return ''
    rest = rest.slice(end + close.length).trimStart()
  }
  return rest
}

/** @throws DecodeError `empty` or `html`. */
export function detectFormat(text: string): 'json' | 'xml' {
  const start = text.trimStart()
  if (start === '') throw new DecodeError('empty')
  if (!start.startsWith('<')) return 'json'
  if (pageStart.test(skipProlog(start))) throw new DecodeError('html')
  return 'xml'
}
