import { jsonReply, type Reply } from './reply.ts'

const API_KEY = /^[!-~]{1,256}$/

export function isApiKey(text: string): boolean {
  return API_KEY.test(text)
}

/** The provider's own words for its errors 1 and 10, under the HTTP status that it gives them. */
export function keyRequired(): Reply {
  return jsonReply(200, { success: false, code: 1, message: 'La Clé API est requise' })
}

export function keyWrong(): Reply {
  return jsonReply(200, { success: false, code: 10, message: 'Clé API incorrecte' })
}
