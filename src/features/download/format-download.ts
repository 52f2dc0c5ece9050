import { ApiError, DecodeError, isAccountError } from '../../api/errors.ts'
import { toFault } from '../../api/fault.ts'
import { type FileProgress, IncompleteFileError } from '../../api/fetch-file.ts'
import { formatError } from '../../format/format-error.ts'
import type { I18n } from '../../i18n/i18n.ts'
import type { Language } from '../../i18n/resolve-locale.ts'
import type { DownloadState } from './download.ts'
import { downloadWords } from './words.ts'

/** A download that brought nothing. */
export type End = Extract<DownloadState, { phase: 'busy' | 'cancelled' | 'failed' }>

/** «1,1 Mo sur 5,5 Mo». */
export function formatProgress({ received, total }: FileProgress, { language }: I18n): string {
  const w = downloadWords[language]
  const size = formatSize(received, language)
  if (received === 0) return w.waiting
  return total === undefined ? w.received(size) : w.receivedOf(size, formatSize(total, language))
}

type EndWords = { title: string; reason?: string; advice?: string | undefined }

/** `advice` is absent where the provider's own error says what became of the file. */
export function formatEnd(end: End, text: I18n): EndWords {
  const w = downloadWords[text.language]
  if (end.phase === 'busy') return { title: w.end.busyTitle, reason: w.end.busy }
  if (end.phase === 'cancelled') return { title: w.end.cancelled, advice: w.maybeTaken }
  const isTold = end.error instanceof ApiError && !isAccountError(end.error)
  const untaken = isTold ? undefined : w.notTaken
  return { ...formatFileFailure(end.error, text), advice: end.maybeTaken ? w.maybeTaken : untaken }
}

export function formatFileFailure(error: unknown, text: I18n): { title: string; reason: string } {
  const w = downloadWords[text.language].end
  if (error instanceof IncompleteFileError) return { title: w.incomplete, reason: w.breaks[error.how] }
  if (error instanceof DecodeError && error.problem === 'truncated')
    return { title: w.incomplete, reason: w.truncated }
  return { title: w.none, reason: reasonOf(error, text) }
}

function reasonOf(error: unknown, text: I18n): string {
  const w = downloadWords[text.language].end
  if (error instanceof DecodeError && error.problem === 'html') return w.html
  if (error instanceof DecodeError && error.problem === 'empty') return w.empty
  if (isAccountError(error)) return `${formatError(toFault(error), text)} ${w.account}`
  const codes: Readonly<Record<number, string>> = w.codes
  const known = error instanceof ApiError && error.code !== undefined ? codes[error.code] : undefined
  return known ?? formatError(toFault(error), text)
}

/** Bytes as people say them: 812 octets, 12 ko, 6,1 Mo. */
export function formatSize(bytes: number, language: Language): string {
  const [unit, size] =
    bytes < 1_000
      ? (['byte', bytes] as const)
      : bytes < 1_000_000
        ? (['kilobyte', bytes / 1_000] as const)
        : (['megabyte', bytes / 1_000_000] as const)
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  }).format(size)
}
