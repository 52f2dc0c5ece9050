import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** A whole HTTP reply. */
export type Reply = { status: number; headers: Readonly<Record<string, string>>; body: Uint8Array }

/** What the provider does with one call: `answer` is what it would have said, `out` what it says it on. */
export type Behaviour = (call: { answer: Reply; out: ServerResponse }) => void | Promise<void>

export const loginPage = '<!doctype html><title>Connexion</title><h1>Connectez-vous</h1><form></form>'

const badGateway = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>'

const html = { 'content-type': 'text/html; charset=utf-8' }

/** Answers as it should. */
export const ok: Behaviour = ({ answer, out }) => send(out, answer)

/** Answers these very bytes. */
export function status(
  code: number,
  headers: Readonly<Record<string, string>> = {},
  body: string | Uint8Array = '',
): Behaviour {
  return ({ out }) => send(out, { status: code, headers, body: Buffer.from(body) })
}

/** A gateway in front of the provider has lost it. */
export const html502 = status(502, html, badGateway)

/** The session of a gateway has ended, and it says so with a redirect … */
export const redirectToLogin = status(302, { ...html, location: '/v1/login' })

/** … or with the login page itself, under 200. */
export const loginPage200 = status(200, html, loginPage)

/** Accepts the request and never answers. */
export const hangHeaders: Behaviour = () => {}

/** Sends half the body, then nothing more, with the connection open. */
export const stallBody: Behaviour = ({ answer, out }) => sendHalf(out, answer)

/** Resets the connection before any answer. */
export const reset: Behaviour = ({ out }) => void out.socket?.resetAndDestroy()

/** Resets the connection once half the body has arrived. */
export const resetMidBody: Behaviour = async ({ answer, out }) => {
  sendHalf(out, answer)
  await wait(50)
  out.socket?.resetAndDestroy()
}

/** A reply that is whole to HTTP, with a body cut in the middle. */
export const truncatedJson: Behaviour = ({ answer, out }) => send(out, { ...answer, body: half(answer.body) })

/** A rental whose token is `bytes` long, 50 MB by default: valid JSON to the end. */
export function huge(bytes = 50 * 1024 * 1024): Behaviour {
  return async ({ out }) => {
    out.writeHead(200, { 'content-type': 'application/json' })
    await pipeline(Readable.from(hugeReply(bytes)), out)
  }
}

/** The answer in Latin-1 bytes: honestly declared as such, or wrongly as UTF-8. */
export function wrongCharset(declared: 'iso-8859-1' | 'utf-8'): Behaviour {
  return ({ answer, out }) => {
    const body = Buffer.from(Buffer.from(answer.body).toString('utf8'), 'latin1')
    send(out, { ...answer, headers: { 'content-type': `application/json; charset=${declared}` }, body })
  }
}

/** 429 with `Retry-After` as seconds (any number) or as a date, or without it. */
export function tooManyRequests({ retryAfter }: { retryAfter?: number | Date } = {}): Behaviour {
  const text = retryAfter instanceof Date ? retryAfter.toUTCString() : retryAfter?.toString()
  return status(429, text === undefined ? {} : { 'retry-after': text }, 'Too Many Requests')
}

/** Answers as it should, `ms` later. */
export function slow(ms: number): Behaviour {
  return async ({ answer, out }) => {
    await wait(ms, undefined, { ref: false })
    send(out, answer)
  }
}

function send(out: ServerResponse, { status, headers, body }: Reply): void {
  out.writeHead(status, { ...headers, 'content-length': body.length }).end(body)
}

function sendHalf(out: ServerResponse, { status, headers, body }: Reply): void {
  out.writeHead(status, { ...headers, 'content-length': body.length }).write(half(body))
}

function half(body: Uint8Array): Uint8Array {
  return body.subarray(0, body.length / 2)
}

function* hugeReply(bytes: number): Generator<string> {
  const piece = 'x'.repeat(64 * 1024)
  yield '{"success":true,"status":2,"token":"'
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece
  yield '"}'
}
