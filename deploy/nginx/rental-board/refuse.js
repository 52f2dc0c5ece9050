import refusal from './refusal.js'
import sendJson from './send-json.js'

/** Sends the refusal as JSON: `{success: false, error, message}`, `error` being the reason. */
function refuse(r, reason) {
  const refused = refusal(reason)
  if (refused.status === 405) r.headersOut.Allow = 'GET'
  sendJson(r, refused.status, refused.value)
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default refuse
