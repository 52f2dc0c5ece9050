import { HttpResponse, http } from 'msw'
import { describe, expect, test } from 'vitest'
import { accountFaultOf, accountFaults } from '../../src/api/errors.ts'
import { checkKey } from '../../src/api/fetch-rental.ts'
import { network } from '../network.ts'
import { sample } from './samples.ts'

function answer(reply: () => Response): Request[] {
  const requests: Request[] = []
  network.use(
    http.get('/api/location/status', ({ request }) => {
      requests.push(request)
      return reply()
    }),
  )
  return requests
}

const failure = (code: number | undefined) => HttpResponse.json({ success: false, code, message: 'Non' })

describe('a key that the provider is asked about', () => {
  test('is asked with a token of its form, which names no rental', async () => {
    const requests = answer(() => failure(32))
    await checkKey({ apiKey: 'k3y' })
    expect(requests).toHaveLength(1)
    expect(requests[0]?.url).toMatch(/\?token=0{40}$/)
    expect(requests[0]?.headers.get('X-Api-Key')).toBe('k3y')
  })

  test.each([
    ['the rental is not found', () => failure(32)],
    ['its file is not found', () => failure(33)],
    ['there is such a rental', () => new HttpResponse(sample('status-reply', 'json'))],
  ])('is accepted where %s', async (_, reply) => {
    answer(reply)
    expect(await checkKey({ apiKey: 'k3y' })).toBeUndefined()
  })

  test.each([...accountFaults])('is refused with code %d: %s', async (code, fault) => {
    answer(() => failure(code))
    expect(accountFaultOf(await checkKey({ apiKey: 'k3y' }))).toBe(fault)
  })

  test.each<[string, () => Response]>([
    ['no network', () => HttpResponse.error()],
    ['an unreachable provider', () => new HttpResponse('{}', { status: 502 })],
    [
      'a reply from before',
      () => new HttpResponse(sample('status-reply', 'json'), { headers: { 'X-Cache-Status': 'STALE' } }),
    ],
    ['too many requests', () => failure(429)],
    ['a web page', () => new HttpResponse('<!doctype html><title>x</title>')],
    ['an error without a code', () => failure(undefined)],
    ['an error that is not documented', () => failure(77)],
  ])('is neither accepted nor refused by %s', async (_, reply) => {
    answer(reply)
    const error = await checkKey({ apiKey: 'k3y' })
    expect(error).toBeInstanceOf(Error)
    expect(accountFaultOf(error)).toBeUndefined()
  })

  test('is no longer asked about once its dialog is closed', async () => {
    answer(() => failure(32))
    await expect(checkKey({ apiKey: 'k3y', signal: AbortSignal.abort(new Error('closed')) })).rejects.toThrow(
      'closed',
    )
  })
})
