import * as http from 'node:http'
import * as https from 'node:https'

export type Call = {
  /** Without query or fragment; a trailing slash does not matter. */
  apiUrl: URL
  apiKey: string
  token: string
}

function pathOf({ apiUrl, apiKey, token }: Call, endpoint: string): string {
  const query = `apiKey=${encodeURIComponent(apiKey)}&token=${encodeURIComponent(token)}`
  return `${apiUrl.pathname.replace(/\/+$/, '')}/${endpoint}?${query}`
}

/** By endpoint; the form of a file is not documented. */
const accepted = { 'location/status': 'application/json', 'location/file/download': 'application/json, */*' }

/** Calls once and never again; resolves with the headers, rejects when none come or the signal aborts. */
export function callProvider(
  call: Call,
  endpoint: keyof typeof accepted,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const { get } = call.apiUrl.protocol === 'https:' ? https : http
  const headers = { accept: accepted[endpoint], 'user-agent': 'rental-board' }
  // A connection of its own each time: one that the provider has just closed is never reused.
  const options = { path: pathOf(call, endpoint), headers, signal, agent: false }
  return new Promise((resolve, reject) => {
    get(call.apiUrl, options, resolve)
      .on('error', reject)
      .on('close', () => reject(new Error('closed without a reply')))
  })
}
