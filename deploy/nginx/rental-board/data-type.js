/** As in `src/server/data-type.ts`: data and tables, which no browser shows as a document. */
const fileTypes = [
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
]

/** The first half of a type when it is allowed, else `otherwise`, and the charset that it names. */
function typeAmong(allowed, type, otherwise) {
  const name = type.split(';')[0].trim().toLowerCase()
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]{1,40})(?=["'\s;]|$)/i.exec(type)
  return (allowed.includes(name) ? name : otherwise) + (charset ? `; charset=${charset[1]}` : '')
}

/** The `Content-Type` under which the provider's words on a rental are sent. XML, too, can bring scripts along. */
function status(type) {
  return typeAmong(['application/json'], type || '', 'text/plain')
}

/** The `Content-Type` under which a file is sent. */
function file(type) {
  return typeAmong(fileTypes, type || '', 'application/octet-stream')
}

/** The `Content-Disposition` under which a file is sent: it is saved under its name and never shown. */
function disposition(value) {
  return (value || '').replace(/^[^;]*/, 'attachment')
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default { status, file, disposition }
