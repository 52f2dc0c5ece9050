import { delay, HttpResponse, http } from 'msw'
import { describe, expect, test, vi } from 'vitest'
import {
  ApiError,
  DecodeError,
  HttpError,
  NetworkError,
  RateLimitError,
  TimeoutError,
} from '../../src/api/errors.ts'
import { type FetchRentalOptions, fetchRental } from '../../src/api/fetch-rental.ts'
import { network } from '../network.ts'
import { sample } from './samples.ts'

const path = '/api/location/status'

/** Answers the next requests, and collects them. */
function answer(reply: () => Response | Promise<Response>): Request[] {
  const requests: Request[] = []
  network.use(
    http.get(path, ({ request }) => {
      requests.push(request)
      return reply()
    }),
  )
  return requests
}

function ok(headers: Record<string, string> = {}) {
  return new HttpResponse(sample('status-reply', 'json'), { headers })
}

/** What the request ends with when it fails. */
async function failure(options?: FetchRentalOptions): Promise<unknown> {
  const reply = await fetchRental('abc', options).catch((error: unknown) => ({ error }))
  if ('error' in reply) return reply.error
  throw new Error('the request succeeded')
}

/** A body that sends its headers and the first bytes, then nothing. */
function stalled() {
  const start = (controller: ReadableStreamDefaultController) => controller.enqueue(new Uint8Array([0x7b]))
  return new ReadableStream({ start })
}

describe('the request', () => {
  test.each(['abc', 'a&apiKey=b', '../x?y#z', 'é漢%2F+'])(
    'asks its own server for %s, encoded',
    async token => {
      const [request] = await sent(token)
      expect(request?.url).toBe(`${location.origin}${path}?token=${encodeURIComponent(token)}`)
    },
  )

  test('is neither cached, redirected nor given to others', async () => {
    const [request] = await sent('abc')
    expect(request).toMatchObject({
      method: 'GET',
      cache: 'no-store',
      redirect: 'manual',
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
    })
  })

  test.each([
    ['k3y', 'k3y'],
    [undefined, null],
  ])('with the key %j sends %j', async (apiKey, header) => {
    const [request] = await sent('abc', { apiKey })
    expect(request?.headers.get('X-Api-Key')).toBe(header)
    expect(request?.headers.get('X-Requested-With')).toBe('rental-board')
  })

  async function sent(token: string, options?: FetchRentalOptions) {
    const requests = answer(ok)
    await fetchRental(token, options)
    return requests
  }
})

describe('a reply', () => {
  test.each(['json', 'xml'] as const)('in %s comes with its text and its time', async form => {
    const raw = sample('status-reply', form)
    answer(() => new HttpResponse(raw))
    const reply = await fetchRental('abc', { clock: () => 5_000 })
    expect(reply).toMatchObject({ raw, at: 5_000, rental: { status: 'downloaded', phoneNumbers: 10 } })
  })

  test.each([
    ['30', 70_000],
    ['0', 100_000],
    ['-5', 100_000],
    ['1.5', 100_000],
    ['soon', 100_000],
    ['5, 5', 100_000],
  ])('of Age %s is from %d', async (age, at) => {
    answer(() => ok({ Age: age }))
    expect((await fetchRental('abc', { clock: () => 100_000 })).at).toBe(at)
  })

  test.each([
    ['MISS', '0', undefined],
    ['HIT', '50', undefined],
    ['STALE', '7', true],
    ['UPDATING', '20', undefined],
    ['UPDATING', '40', true],
    ['EXPIRED', '0', undefined],
  ])('that comes %s from the cache, aged %s s, stands in for another: %s', async (cache, age, isStale) => {
    answer(() => ok({ 'X-Cache-Status': cache, Age: age }))
    expect((await fetchRental('abc')).isStale).toBe(isStale)
  })

  test('is read in the charset that it names', async () => {
    const bytes = Uint8Array.from('{"status": 2, "token": "clé"}', letter => letter.charCodeAt(0))
    answer(() => new HttpResponse(bytes, { headers: { 'Content-Type': 'application/json; charset=latin1' } }))
    expect((await fetchRental('abc')).rental.token).toBe('clé')
  })

  test.each([
    ['', 'empty'],
    ['<!doctype html><title>Connexion</title>', 'html'],
    ['x'.repeat(1_000_001), 'too-large'],
  ] as const)('of %.20s cannot be read and says so: %s', async (body, problem) => {
    answer(() => new HttpResponse(body))
    expect(await failure()).toEqual(new DecodeError(problem))
  })

  test('that leads elsewhere is no rental', async () => {
    answer(() => HttpResponse.redirect('https://elsewhere.example/', 302))
    expect(await failure()).toEqual(new DecodeError('redirect'))
    const opaque = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })
    expect(await failure({ fetch: async () => opaque })).toEqual(new DecodeError('redirect'))
  })

  test.each([
    [200, '{"success":false,"code":429,"message":"Trop de requêtes"}', { 'Retry-After': '7' }, 7_000],
    [200, '{"success":false,"code":"429"}', {}, undefined],
    [200, '{"success":true,"code":429}', {}, undefined],
    [200, '<result><entry>false</entry><entry>429</entry><entry>Non</entry></result>', {}, undefined],
    [403, '{"success":false,"code":429}', { 'Retry-After': '7' }, 7_000],
  ])('of %d with code 429 in it, %s, is a rate limit', async (status, body, headers, retryAfterMs) => {
    answer(() => new HttpResponse(body, { status, headers }))
    const error = await failure()
    expect(error).toBeInstanceOf(RateLimitError)
    expect(error).toHaveProperty('retryAfterMs', retryAfterMs)
  })

  test('with an API error is that error', async () => {
    answer(() => new HttpResponse(sample('error-reply', 'xml')))
    expect(await failure()).toMatchObject({ name: 'ApiError', code: 10, message: 'Clé API incorrecte' })
  })
})

describe('a failing HTTP status', () => {
  test.each([
    [401, sample('error-reply', 'json')],
    [404, sample('error-reply', 'xml')],
    [502, '{"code": 10, "message": "Clé API incorrecte"}'],
  ])('%d with an API error is that error', async (status, body) => {
    answer(() => new HttpResponse(body, { status }))
    expect(await failure()).toEqual(new ApiError(10, 'Clé API incorrecte'))
  })

  test.each([
    [400, { success: false, code: 61, message: 'Requête non valable' }, 61, 'Requête non valable'],
    [400, { success: false, code: 9, error: 'Crédit épuisé' }, 9, 'Crédit épuisé'],
    [400, { errors: [{ elementId: 'children[0].data', message: 'Trop court' }] }, undefined, 'Trop court'],
    [401, { success: false, error: ['Clé', 'absente'] }, undefined, 'Clé ; absente'],
    [403, { success: false, message: 'Non' }, undefined, 'Non'],
    [404, { success: 0, errors: 'Location introuvable' }, undefined, 'Location introuvable'],
    [422, { error: 'Token invalide' }, undefined, 'Token invalide'],
    [404, { status: 'error', code: 32, message: 'Location introuvable' }, 32, 'Location introuvable'],
    [409, { success: '0', code: '34', message: ['Fichier', 'déjà utilisé'] }, 34, 'Fichier ; déjà utilisé'],
    [410, { code: 33, errors: { token: ['Aucun fichier'] } }, 33, 'Aucun fichier'],
  ])(
    '%d with an error in a form of the provider’s is that error: %j',
    async (status, body, code, message) => {
      answer(() => HttpResponse.json(body, { status }))
      expect(await failure()).toEqual(new ApiError(code, message))
    },
  )

  test.each([
    [502, '<html><h1>Bad Gateway</h1></html>', new DecodeError('html')],
    [500, '', new DecodeError('empty')],
    [503, 'x'.repeat(1_000_001), new DecodeError('too-large')],
  ])('%d without one is an HTTP error with its cause', async (status, body, cause) => {
    answer(() => new HttpResponse(body, { status }))
    const error = await failure()
    expect(error).toBeInstanceOf(HttpError)
    expect(error).toMatchObject({ status })
    expect(error).toHaveProperty('cause', cause)
  })

  test.each([
    [502, '{"success":false,"error":"upstream-unreachable","message":"SMS Partner est injoignable."}'],
    [
      502,
      '{"success":false,"error":"upstream-redirect","message":"SMS Partner a répondu par une redirection."}',
    ],
    [403, '{"success":false,"error":"foreign-host","message":"Ce nom d’hôte n’est pas autorisé."}'],
    [404, '{"success":false,"error":"not-found","message":"Il n’y a rien à cette adresse."}'],
    [500, '{"success":false,"code":9,"message":"Panne"}'],
    [401, '{"code":401,"message":"JWT Token not found"}'],
    [403, '{"code":"16","message":"Unauthorized"}'],
    [404, '{"status":404,"message":"No Route matched"}'],
  ])('%d with the words of a server in front of the provider keeps them: %s', async (status, body) => {
    answer(() => new HttpResponse(body, { status }))
    expect(await failure()).toMatchObject({ name: 'HttpError', status, said: JSON.parse(body).message })
  })

  test.each([
    [403, 'Blocked request.'],
    [502, 'upstream connect error or disconnect/reset before headers\n'],
    [503, 'Service indisponible'],
  ])('%d with a sentence keeps it: %j', async (status, body) => {
    answer(() => new HttpResponse(body, { status }))
    expect(await failure()).toMatchObject({ name: 'HttpError', status, said: body.trim() })
  })

  test('with a rental in it is an HTTP error all the same', async () => {
    answer(() => new HttpResponse(sample('status-reply', 'json'), { status: 500 }))
    expect(await failure()).toEqual(new HttpError(500))
  })

  test.each([
    [429, { 'Retry-After': '7' }, 7_000],
    [429, {}, undefined],
    [429, { 'Retry-After': 'later' }, undefined],
    [503, { 'Retry-After': '7' }, 7_000],
    [503, { 'Retry-After': 'later' }, undefined],
  ])('%d with %j is a rate limit of %s ms', async (status, headers, retryAfterMs) => {
    answer(() => new HttpResponse(sample('error-reply', 'json'), { status, headers }))
    const error = await failure()
    expect(error).toBeInstanceOf(RateLimitError)
    expect(error).toHaveProperty('retryAfterMs', retryAfterMs)
  })

  test('429 with a date waits until then', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z'), toFake: ['Date'] })
    answer(
      () =>
        new HttpResponse(null, { status: 429, headers: { 'Retry-After': 'Mon, 23 Nov 2026 12:01:00 GMT' } }),
    )
    expect(await failure()).toHaveProperty('retryAfterMs', 60_000)
  })
})

describe('a request without an answer', () => {
  test('is a network error with its cause', async () => {
    answer(() => HttpResponse.error())
    const error = await failure()
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toHaveProperty('cause', expect.any(TypeError))
  })

  test('is what a body that breaks ends as', async () => {
    const pull = (controller: ReadableStreamDefaultController) => controller.error(new Error('reset'))
    answer(() => new HttpResponse(new ReadableStream({ pull }, { highWaterMark: 0 })))
    expect(await failure()).toBeInstanceOf(NetworkError)
  })
})

describe('the ten seconds', () => {
  const late = [
    ['headers that hang', () => delay('infinite').then(() => ok())],
    ['a body that stalls', () => new HttpResponse(stalled())],
    ['a failing status whose body stalls', () => new HttpResponse(stalled(), { status: 500 })],
  ] as const

  test.each(late)('end %s', async (_, reply) => {
    vi.useFakeTimers()
    answer(reply)
    const settled = vi.fn<(error: unknown) => void>()
    const end = failure().then(settled)
    await vi.advanceTimersByTimeAsync(9_999)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await end
    expect(settled).toHaveBeenCalledWith(new TimeoutError(10_000))
  })

  test('end a body that ignores its signal', async () => {
    vi.useFakeTimers()
    const end = failure({ fetch: async () => new Response(stalled()) })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await end).toEqual(new TimeoutError(10_000))
  })

  test.each([
    ['a reply', ok],
    ['a failure', () => new HttpResponse(null, { status: 500 })],
  ])('leave no timer and no listener behind after %s', async (_, reply) => {
    vi.useFakeTimers()
    const { signal } = new AbortController()
    const added = vi.spyOn(signal, 'addEventListener')
    const removed = vi.spyOn(signal, 'removeEventListener')
    await fetchRental('abc', { signal, fetch: async () => reply() }).catch(() => undefined)
    expect(vi.getTimerCount()).toBe(0)
    expect(added).toHaveBeenCalledOnce()
    expect(removed.mock.calls).toEqual(added.mock.calls)
  })
})

test('a reply that is not read to its end is let go', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(stalled(), { status: 429 }))
  expect(await failure({ fetch })).toBeInstanceOf(RateLimitError)
  expect(fetch.mock.calls[0]?.[1]?.signal?.aborted).toBe(true)
})

describe('an abort', () => {
  const reason = new Error('removed')

  test.each([
    ['before the request', undefined],
    ['before the headers', () => delay('infinite').then(() => ok())],
    ['during the body', () => new HttpResponse(stalled())],
  ] as const)('%s throws its own reason', async (_, reply) => {
    const controller = new AbortController()
    if (reply === undefined) controller.abort(reason)
    else answer(reply)
    const end = failure({ signal: controller.signal })
    await delay(20)
    controller.abort(reason)
    expect(await end).toBe(reason)
  })

  test('ends the request itself', async () => {
    const controller = new AbortController()
    const fetch = vi.fn<typeof globalThis.fetch>(() => new Promise(() => undefined))
    const end = failure({ signal: controller.signal, fetch })
    controller.abort(reason)
    await end
    expect(fetch.mock.calls[0]?.[1]?.signal?.aborted).toBe(true)
  })
})
