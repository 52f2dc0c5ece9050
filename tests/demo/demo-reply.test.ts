import { describe, expect, test } from 'vitest'
import { parseReply } from '../../src/api/parse-reply.ts'
import type { Rental } from '../../src/api/rental.ts'
import { demoRentals } from '../../src/demo/demo-rentals.ts'
import { demoReply, PLAY_MS } from '../../src/demo/demo-reply.ts'
import { positionalXml } from '../../src/demo/provider-reply.ts'
import { coverage } from '../../src/rentals/coverage.ts'
import { knownStatuses, statuses } from '../../src/rentals/status.ts'

const known = demoRentals.filter(({ order }) => order)
const moments = Array.from({ length: PLAY_MS / 5_000 }, (_, i) => i * 5_000)

function decoded(token: string, elapsedMs: number): Rental {
  return parseReply(JSON.stringify(demoReply(token, elapsedMs)))
}

const statusOf = (token: string) => moments.map(moment => decoded(token, moment).status)

describe('demoReply', () => {
  test.each(known.map(({ name, token }) => [name, token]))(
    '%s decodes without a flag at any moment',
    (_, token) => {
      for (const moment of moments) {
        const rental = decoded(token, moment)
        expect(rental).toMatchObject({ token, flags: [] })
        expect(rental.cost?.quantity).toBe(coverage(rental.places).wanted)
      }
    },
  )

  test('each rental is decoded to the status that its plan means, in whichever words', () => {
    for (const { token, order } of known) {
      for (const { afterMs, status } of order?.plan ?? []) {
        const meant = knownStatuses.find(name => statuses[name].code === status) ?? 'unknown'
        expect(decoded(token, afterMs).status).toBe(meant)
      }
    }
  })

  test('statuses come as codes, as text and as sentences in both languages', () => {
    const statuses = known.map(({ token }) => demoReply(token, 0)?.status)
    expect(statuses).toEqual(
      expect.arrayContaining([2, '5', 'Le fichier est en cours de création', 'File is being generated']),
    )
  })

  test('the file has its numbers once it is ready and not before, no more than are available', () => {
    const files = moments.map(moment => decoded('44c0de10dd704ffccd49856663af146c19be77a1', moment))
    for (const { status, phoneNumbers } of files) {
      expect(phoneNumbers).toBe(status === 'ready' || status === 'downloaded' ? 5_000 : undefined)
    }
    expect(decoded('786e799edd704ffccd49856663af146c198c822d', 0).phoneNumbers).toBe(1_352)
  })

  test('the reply is the provider’s sample, field for field', () => {
    expect(demoReply('b22b841a21624f4f452ba7fa8c822c0ed7cecfdb', 0)).toEqual({
      success: true,
      token: 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb',
      status: 2,
      location: {
        sexe: 'femme',
        minAge: 31,
        maxAge: 49,
        zipcode: '60200',
        interest: '12',
        category: 103,
        details_localisation: [{ Type: 'cp', Location: '60200', VolumeDesired: '10', Volume: '266' }],
        cost: { quantity: 10, total: '0.900', cost_unity: '0.090' },
      },
      file: { phoneNumbers: '10' },
    })
  })

  test('a localisation can end with the line that sums it', () => {
    const reply = demoReply('9d4d44077beeb4d88ea9baafc10134785d7d3443', 0)
    expect(reply?.location?.details_localisation?.at(-1)).toEqual({
      Type: 'total',
      Location: '',
      VolumeDesired: '860',
      Volume: '7002',
    })
  })

  test('the play starts over with the same tokens', () => {
    for (const { token } of known) {
      expect(demoReply(token, PLAY_MS)).toEqual(demoReply(token, 0))
      expect(demoReply(token, 100 * PLAY_MS + 95_000)).toEqual(demoReply(token, 95_000))
    }
    expect(new Set(statusOf('90aa31f2b1e2ceecc5d6c122867812e76c6d41e0'))).toEqual(
      new Set(['requested', 'generating', 'ready', 'downloaded']),
    )
  })

  test('in XML the same rental is read', () => {
    const reply = demoReply('b22b841a21624f4f452ba7fa8c822c0ed7cecfdb', 0)
    expect(reply && parseReply(positionalXml(reply))).toEqual(parseReply(JSON.stringify(reply)))
  })

  test('there is no reply for a token that the provider does not know', () => {
    expect(demoReply('1a2b3c4d5e6f', 0)).toBeUndefined()
  })
})
