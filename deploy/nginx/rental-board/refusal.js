/** Word for word those of `src/server/error-response.ts`, and what only this engine says. */
const refusals = {
  'cross-site': [403, 'La requête ne vient pas de la page du tableau.'],
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

/** The refusal as `{status, value}`, the value being `{success: false, error, message}` and `error` the reason. */
function refusal(reason) {
  return {
    status: refusals[reason][0],
    value: { success: false, error: reason, message: refusals[reason][1] },
  }
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default refusal
