import dataType from './data-type.js'
import judge from './judge.js'
import refuse from './refuse.js'
import sendJson from './send-json.js'

/** The provider's own words for its errors 1 and 10. */
const keyRequired = { success: false, code: 1, message: 'La Clé API est requise' }
const keyWrong = { success: false, code: 10, message: 'Clé API incorrecte' }

/** Sends what the shield gave back, under the status that the provider gave it, and says how old it is. */
function passOn(r, shielded) {
  const headers = shielded.headersOut
  const age = Math.max(0, (Date.now() - Number(headers['X-Shield-Time'])) / 1000)
  // nginx itself would let an older reply stand in for as long as somebody asks for it.
  const isTooOld = headers['X-Shield-Cache'] === 'STALE' && age > Number(r.variables.board_stale_seconds)
  if (!headers['X-Shield-Time'] || isTooOld) return refuse(r, 'upstream-unreachable')
  r.headersOut['Content-Type'] = dataType.status(headers['Content-Type'])
  if (headers['Retry-After']) r.headersOut['Retry-After'] = headers['Retry-After']
  r.headersOut.Age = String(Math.floor(age))
  r.headersOut['X-Cache-Status'] = headers['X-Shield-Cache'] || 'BYPASS'
  return r.return(Number(headers['X-Shield-Status'] || shielded.status), shielded.responseBuffer || '')
}

/** Answers everything under `/api` and `/config.json`, of which only the two calls go on to the provider. */
async function answer(r) {
  const verdict = judge(r)
  if (verdict.refuse) return refuse(r, verdict.refuse)
  if (verdict.allow === 'config')
    return sendJson(r, 200, {
      serverKey: Boolean(r.variables.board_server_key),
      fileDownload: r.variables.board_allows_files === '1',
    })
  const key = r.variables.board_api_key
  if (!key) return sendJson(r, 200, keyRequired)
  if (!/^[!-~]{1,256}$/.test(key)) return sendJson(r, 200, keyWrong)
  if (verdict.allow === 'file') return r.internalRedirect('@board_file')
  const shielded = await r.subrequest('/shielded', r.variables.args)
  return passOn(r, shielded)
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default answer
