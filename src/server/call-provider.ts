import * as http from 'node:http'
import * as https from 'node:https'
import requestRule, { type Call } from './request-rule.js'

export type ProviderCall = {
  /** Without query or fragment; a trailing slash does not matter. */
  apiUrl: URL
  apiKey: string
  token: string
  /** Aborts when the browser has left. */
  left: AbortSignal
}

/** The form of a file is not documented. */
const accepted = { status: 'application/json', file: 'application/json, */*' }

/** Calls once and never again; resolves with the headers, rejects when none come or the signal aborts. */
export function callProvider(
  call: Call,
  { apiUrl, apiKey, token }: ProviderCall,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const { get } = apiUrl.protocol === 'https:' ? https : http
  const path = requestRule.addressOf(apiUrl.pathname, call, apiKey, token)
  const headers = { accept: accepted[call], 'user-agent': 'rental-board' }
  // A connection of its own each time: one that the provider has just closed is never reused.
  const options = { path, headers, signal, agent: false }
  return new Promise((resolve, reject) => {
    get(apiUrl, options, resolve)
      .on('error', reject)
      .on('close', () => reject(new Error('closed without a reply')))
  })
}
