import { ApiError, DecodeError, isAccountError } from '../../api/errors.ts'
import { IncompleteFileError } from '../../api/incomplete-file-error.ts'
import type { I18n } from '../../i18n/i18n.ts'
import { formatError } from './format-error.ts'

/** Why no file was saved: what happened in a line, and the reason with what to do. */
export function formatFileFailure(error: unknown, text: I18n): { title: string; reason: string } {
  const { download } = text.t
  if (error instanceof IncompleteFileError)
    return { title: download.incomplete, reason: download.breaks[error.how] }
  if (error instanceof DecodeError && error.problem === 'truncated')
    return { title: download.incomplete, reason: download.truncated }
  return { title: download.none, reason: reasonOf(error, text) }
}

function reasonOf(error: unknown, text: I18n): string {
  const { download } = text.t
  if (error instanceof DecodeError && error.problem === 'html') return download.html
  if (error instanceof DecodeError && error.problem === 'empty') return download.empty
  if (isAccountError(error)) return `${formatError(error, text)} ${download.account}`
  const known = error instanceof ApiError ? wordsFor(error.code, download.codes) : undefined
  return known ?? formatError(error, text)
}

function wordsFor(code: number | undefined, codes: Readonly<Record<number, string>>): string | undefined {
  return code === undefined ? undefined : codes[code]
}
