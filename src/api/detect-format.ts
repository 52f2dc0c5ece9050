import { DecodeError } from './errors.ts'

/** Tags that open a web page or a PHP warning, and never a reply of the provider. */
const pageStart =
  /^<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|main|h[1-6]|center|div|p|b|br|form|table)\b/i

/** Declarations and comments that stand before the first tag. */
const prolog = /^(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*)*/

/** @throws DecodeError `empty` or `html`. */
export function detectFormat(text: string): 'json' | 'xml' {
  const start = text.trimStart()
  if (start === '') throw new DecodeError('empty')
  if (!start.startsWith('<')) return 'json'
  if (pageStart.test(start.replace(prolog, ''))) throw new DecodeError('html')
  return 'xml'
}
