/** Sends `value` as JSON in UTF-8. */
function sendJson(r, status, value) {
  r.headersOut['Content-Type'] = 'application/json; charset=utf-8'
  r.return(status, JSON.stringify(value))
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default sendJson
