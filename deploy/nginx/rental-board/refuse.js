import sendJson from './send-json.js'

/** Word for word those of `src/server/refusal.ts`, and what only this engine says. */
const refusals = {
  'cross-site': [403, 'La requête vient d’un autre site.'],
  'not-found': [404, 'Il n’y a rien à cette adresse.'],
  'method-not-allowed': [405, 'Seule la méthode GET est acceptée.'],
  'bad-query': [400, 'Il faut un seul paramètre, token, encodé, et rien d’autre.'],
  'bad-token': [400, 'Cet identifiant de location n’est pas valable.'],
  'too-many-requests': [429, 'Trop de requêtes viennent de cette adresse.'],
  'upstream-unreachable': [502, 'SMS Partner est injoignable.'],
  'upstream-redirect': [502, 'SMS Partner a répondu par une redirection.'],
  'upstream-unreadable': [502, 'La réponse de SMS Partner est trop longue ou illisible.'],
  'upstream-timeout': [504, 'SMS Partner n’a pas répondu à temps.'],
}

/** Sends the refusal as JSON: `{success: false, error, message}`, `error` being the reason. */
function refuse(r, reason) {
  const status = refusals[reason][0]
  if (status === 405) r.headersOut.Allow = 'GET'
  sendJson(r, status, { success: false, error: reason, message: refusals[reason][1] })
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default refuse
