import { jsonReply, type Reply } from './reply.ts'

/** The HTTP status, and a message for the person at the board. */
const refusals = {
  'foreign-host': [403, 'Ce nom d’hôte n’est pas autorisé. ALLOWED_HOSTS nomme ceux qui le sont.'],
  'cross-site': [403, 'La requête ne vient pas de la page du tableau.'],
  'not-found': [404, 'Il n’y a rien à cette adresse.'],
  'method-not-allowed': [405, 'Seule la méthode GET est acceptée.'],
  'bad-query': [400, 'Il faut un seul paramètre, token, encodé, et rien d’autre.'],
  'bad-token': [400, 'Cet identifiant de location n’est pas valable.'],
  'upstream-unreachable': [502, 'SMS Partner est injoignable.'],
  'upstream-redirect': [502, 'SMS Partner a répondu par une redirection.'],
  'upstream-unreadable': [502, 'La réponse de SMS Partner est trop longue ou illisible.'],
  'upstream-timeout': [504, 'SMS Partner n’a pas répondu à temps.'],
} as const satisfies Record<string, readonly [status: number, message: string]>

export type ErrorReason = keyof typeof refusals

/** `{success: false, error, message}`, `error` being the reason. */
export function errorResponse(reason: ErrorReason): Reply {
  const [status, message] = refusals[reason]
  return jsonReply(status, { success: false, error: reason, message }, status === 405 ? { allow: 'GET' } : {})
}
