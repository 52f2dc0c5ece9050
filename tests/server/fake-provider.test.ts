import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Behaviour,
  hangHeaders,
  html502,
  huge,
  loginPage,
  loginPage200,
  redirectToLogin,
  reset,
  resetMidBody,
  slow,
  stallBody,
  status,
  tooManyRequests,
  truncatedJson,
  wrongCharset,
} from '../fake-provider/behaviours.ts'
import { fill } from '../fake-provider/fill.ts'
import { type Provider, startProvider } from '../fake-provider/provider.ts'

const token = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'
const other = '7fd1c20bc0e94b6687690d88cfac6b3efe91ab4e'
const reply = { success: true, token, status: 'Le fichier a déjà été téléchargé' }

let provider: Provider

beforeEach(async () => {
  provider = await startProvider({ apiKey: 'right', rentals: [{ token, reply }] })
})

afterEach(() => provider.close())

function ask(query = `apiKey=right&token=${token}`, init: RequestInit = {}): Promise<Response> {
  return fetch(`${provider.url}/location/status?${query}`, init)
}

/** Asks, and waits 300 ms for headers and body. */
async function askBriefly(): Promise<string> {
  return (await ask(undefined, { signal: AbortSignal.timeout(300) })).text()
}

describe('the stand-in provider', () => {
  test('answers a rental, an unknown one and a wrong key', async () => {
    expect(await (await ask()).json()).toEqual(reply)
    expect(await (await ask('apiKey=right&token=x')).json()).toMatchObject({ code: 32 })
    expect(await (await ask('apiKey=wrong&token=x')).json()).toMatchObject({ code: 10 })
    expect(await (await ask('token=x')).json()).toMatchObject({ code: 1 })
  })

  test('writes down every request, whatever it is', async () => {
    const before = Date.now()
    await (await ask()).text()
    await (await ask('apiKey=wrong', { method: 'POST', headers: { 'X-Trace': 'a' } })).text()
    await (await fetch(`${provider.url}/elsewhere?token=t`)).text()
    expect(provider.calls).toMatchObject([
      { method: 'GET', token, keyOk: true, url: `/v1/location/status?apiKey=right&token=${token}` },
      { method: 'POST', token: null, keyOk: false, headers: { 'x-trace': 'a' } },
      { method: 'GET', token: 't', keyOk: false, url: '/v1/elsewhere?token=t' },
    ])
    for (const { at, closedAt } of provider.calls) {
      expect(at).toBeGreaterThanOrEqual(before)
      expect(closedAt).toBeGreaterThanOrEqual(at)
    }
  })

  test('answers 404 to another method and another path, behaviour or not', async () => {
    provider.behave(html502)
    expect((await fetch(`${provider.url}/elsewhere`)).status).toBe(404)
    provider.behave(null)
    expect((await ask(undefined, { method: 'POST' })).status).toBe(404)
  })

  test('changes a rental', async () => {
    provider.set(token, { ...reply, status: 2 })
    expect(await (await ask()).json()).toMatchObject({ status: 2 })
    provider.set(token, html502)
    expect((await ask()).status).toBe(502)
    provider.set(token, reply)
    expect(await (await ask()).json()).toEqual(reply)
  })

  test('behaves to everyone or to one token, until told otherwise', async () => {
    provider.behave(html502, { token })
    expect((await ask()).status).toBe(502)
    expect((await ask(`apiKey=right&token=${other}`)).status).toBe(200)
    provider.behave(loginPage200)
    expect((await ask()).status).toBe(502)
    expect(await (await ask(`apiKey=right&token=${other}`)).text()).toBe(loginPage)
    provider.behave(null, { token })
    provider.behave(null)
    expect(await (await ask()).json()).toEqual(reply)
  })
})

describe('its behaviours, on the wire', () => {
  const whole = JSON.stringify(reply)

  test('status', async () => {
    provider.behave(status(418, { 'x-tea': 'green' }, 'short and stout'))
    const response = await ask()
    expect(response.status).toBe(418)
    expect(response.headers.get('x-tea')).toBe('green')
    expect(await response.text()).toBe('short and stout')
  })

  test('redirectToLogin', async () => {
    provider.behave(redirectToLogin)
    expect((await ask(undefined, { redirect: 'manual' })).headers.get('location')).toBe('/v1/login')
    expect(await (await ask()).text()).toBe(loginPage)
  })

  test('truncatedJson', async () => {
    provider.behave(truncatedJson)
    const text = await (await ask()).text()
    expect(whole.startsWith(text)).toBe(true)
    expect(text.length).toBeLessThan(whole.length)
  })

  test.each([
    ['hangHeaders', hangHeaders],
    ['stallBody', stallBody],
    ['slow', slow(1_000)],
  ])('%s gives no whole reply in time', async (_, behaviour) => {
    provider.behave(behaviour)
    await expect(askBriefly()).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  test('slow answers in the end', async () => {
    provider.behave(slow(100))
    const asked = Date.now()
    expect(await (await ask()).json()).toEqual(reply)
    expect(Date.now() - asked).toBeGreaterThanOrEqual(95)
  })

  test.each<[string, Behaviour]>([
    ['stallBody', stallBody],
    ['resetMidBody', resetMidBody],
  ])('%s sends the headers and a part of the body first', async (_, behaviour) => {
    provider.behave(behaviour)
    const response = await ask()
    const part = await response.body?.getReader().read()
    expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(whole)))
    expect(whole.startsWith(new TextDecoder().decode(part?.value))).toBe(true)
    expect(part?.value?.length).toBeGreaterThan(0)
  })

  test.each<[string, Behaviour]>([
    ['reset', reset],
    ['resetMidBody', resetMidBody],
  ])('%s breaks the connection', async (_, behaviour) => {
    provider.behave(behaviour)
    await expect(askBriefly()).rejects.toBeInstanceOf(TypeError)
  })

  test('huge', async () => {
    provider.behave(huge(3_000_000))
    const { token } = await (await ask()).json()
    expect(token.length).toBeGreaterThanOrEqual(3_000_000)
  })

  test('huge stops when nobody reads on', async () => {
    provider.behave(huge())
    const response = await ask()
    await response.body?.cancel()
    await expect.poll(() => provider.calls[0]?.closedAt).toBeDefined()
  })

  test.each(['iso-8859-1', 'utf-8'] as const)('wrongCharset, declared as %s', async declared => {
    provider.behave(wrongCharset(declared))
    const response = await ask()
    expect(response.headers.get('content-type')).toBe(`application/json; charset=${declared}`)
    const bytes = await response.arrayBuffer()
    expect(JSON.parse(new TextDecoder('latin1').decode(bytes))).toEqual(reply)
    expect(new TextDecoder().decode(bytes)).toContain('\uFFFD')
  })

  test.each([
    [{ retryAfter: 120 }, '120'],
    [{ retryAfter: -5 }, '-5'],
    [{ retryAfter: new Date('2026-11-23T12:00:00Z') }, 'Mon, 23 Nov 2026 12:00:00 GMT'],
    [{}, null],
  ])('tooManyRequests %o', async (options, header) => {
    provider.behave(tooManyRequests(options))
    const response = await ask()
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe(header)
  })
})

describe('a killed provider', () => {
  test('drops who is waiting, refuses who comes, and restarts on its port', async () => {
    provider.behave(hangHeaders)
    const waiting = expect(ask()).rejects.toThrow()
    await expect.poll(() => provider.calls.length).toBe(1)
    await provider.kill()
    await waiting
    await expect(ask()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })

    provider.behave(null)
    await provider.restart()
    expect(await (await ask()).json()).toEqual(reply)
    expect(provider.calls.length).toBe(2)
  })

  test('can be closed again', async () => {
    await provider.kill()
    await provider.close()
  })
})

describe('fill', () => {
  test('gives as many rentals as asked for, the same for the same seed', () => {
    const rentals = fill(5_000, { seed: 7 })
    expect(new Set(rentals.map(({ token }) => token)).size).toBe(5_000)
    expect(fill(5_000, { seed: 7 })).toEqual(rentals)
    expect(fill(5_000, { seed: 8 })[0]).not.toEqual(rentals[0])
    expect(fill(0)).toEqual([])
  })

  test('has every awkward case among thirty', () => {
    const rentals = fill(30)
    const locations = rentals.map(({ reply }) => reply.location ?? {})
    const places = locations.map(location => location.details_localisation ?? [])
    expect(rentals.some(({ name }) => name.length > 150)).toBe(true)
    expect(locations.some(location => Object.keys(location).length === 0)).toBe(true)
    expect(locations.some(({ sexe, cost }) => sexe !== undefined && cost === undefined)).toBe(true)
    expect(locations.some(({ sexe }) => sexe === 'autre')).toBe(true)
    expect(locations.some(({ cost }) => Number(cost?.quantity) > 900_000_000)).toBe(true)
    expect(places.some(lines => lines.length === 50)).toBe(true)
    expect(places.flat().some(line => Number(line.VolumeDesired) > Number(line.Volume))).toBe(true)
  })

  test('tells its rentals to the provider', async () => {
    await provider.close()
    const rentals = fill(3)
    provider = await startProvider({ apiKey: 'right', rentals })
    for (const { token, reply } of rentals) {
      expect(await (await ask(`apiKey=right&token=${token}`)).json()).toEqual(reply)
    }
  })
})
