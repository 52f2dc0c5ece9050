import { delay, HttpResponse, http } from 'msw'
import { describe, expect, test } from 'vitest'
import { allowsFiles, readServerConfig } from '../../src/api/server-config.ts'
import { network } from '../network.ts'

function answer(reply: () => Response | Promise<Response>) {
  network.use(http.get('/config.json', reply))
}

describe('whether the server has a key', () => {
  test.each([true, false])('is what it says: %s', async serverKey => {
    answer(() => HttpResponse.json({ serverKey }))
    expect((await readServerConfig()).serverKey).toBe(serverKey)
  })

  test.each<[string, () => Response]>([
    ['a server that is no board’s', () => new HttpResponse('<!doctype html>', { status: 200 })],
    ['a page that is not there', () => new HttpResponse(null, { status: 404 })],
    ['words that mean nothing', () => HttpResponse.json({ serverKey: 'no' })],
    ['no network', () => HttpResponse.error()],
  ])('is taken for granted after %s', async (_, reply) => {
    answer(reply)
    expect(await readServerConfig()).toEqual({ serverKey: true, fileDownload: false, lacksKey: false })
  })

  test('is taken for granted after three seconds of silence; whether it lets files through is not', async () => {
    answer(async () => {
      await delay(3_500)
      return HttpResponse.json({ serverKey: false, fileDownload: true })
    })
    const askedAt = performance.now()
    const isAllowed = allowsFiles()
    expect(await readServerConfig()).toEqual({ serverKey: true, fileDownload: false, lacksKey: false })
    expect(performance.now() - askedAt).toBeGreaterThan(2_900)
    expect(await isAllowed).toBe(true)
  })
})
