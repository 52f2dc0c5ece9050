import { type HttpHandler, http } from 'msw'
import { type ReplySource, statusResponse } from '../../src/demo/provider-reply.ts'

type Options = ReplySource & { path?: string }

/** Answers status calls at the path of any server, by default of the board's own server, as the provider does. */
export function statusHandlers({ path = '/api/location/status', ...source }: Options): HttpHandler[] {
  return [http.get(`*${path}`, ({ request }) => statusResponse(source, new URL(request.url).searchParams))]
}
