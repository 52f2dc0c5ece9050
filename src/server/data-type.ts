/** Types of data and tables, which no browser shows as a document. */
const fileTypes: ReadonlySet<string> = new Set([
  'application/json',
  'text/plain',
  'text/csv',
  'application/csv',
  'text/tab-separated-values',
  'application/zip',
  'application/x-zip-compressed',
  'application/gzip',
  'application/x-gzip',
  'application/pdf',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
])

/** The allowed type, else `otherwise`, with the charset that it names. */
function typeAmong(allowed: ReadonlySet<string>, type: string, otherwise: string): string {
  const [essence = ''] = type.split(';')
  const name = essence.trim().toLowerCase()
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]{1,40})(?=["'\s;]|$)/i.exec(type)?.[1]
  return (allowed.has(name) ? name : otherwise) + (charset === undefined ? '' : `; charset=${charset}`)
}

/** The provider's replies are sent as JSON or plain text: XML, too, can carry scripts. */
export function statusType(type = ''): string {
  return typeAmong(new Set(['application/json']), type, 'text/plain')
}

export function fileType(type = ''): string {
  return typeAmong(fileTypes, type, 'application/octet-stream')
}

/** A file is saved under its name and never shown. */
export function fileDisposition(disposition = ''): string {
  return disposition.replace(/^[^;]*/, 'attachment')
}
