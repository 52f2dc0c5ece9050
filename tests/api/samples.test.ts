import { describe, expect, test } from 'vitest'
import { ApiError } from '../../src/api/errors.ts'
import { parseReply } from '../../src/api/parse-reply.ts'
import { rentalSchema } from '../../src/api/rental.ts'
import { caught } from './caught.ts'
import { sample } from './samples.ts'

const rental = {
  status: 'downloaded',
  statusText: 'File downloaded by user from api',
  targeting: {
    sex: 'women',
    sexText: 'femme',
    minAge: 31,
    maxAge: 49,
    zipcodes: ['60200'],
    departments: [],
    interest: '12',
    category: '103',
  },
  places: [{ type: 'cp', location: '60200', wanted: 10, available: 266 }],
  cost: { quantity: 10, unitPrice: '0.090', total: '0.900' },
  phoneNumbers: 10,
  flags: [],
}

describe("the provider's sample replies", () => {
  test.each([
    ['json', 'identifiant de la location'],
    ['xml', 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'],
  ] as const)('the status reply in %s decodes to the same rental', (form, token) => {
    expect(parseReply(sample('status-reply', form))).toEqual({ ...rental, token })
  })

  test.each(['json', 'xml'] as const)(
    'the status reply in %s comes back whole from where it is stored',
    form => {
      const parsed = parseReply(sample('status-reply', form))
      expect(rentalSchema.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed)
    },
  )

  test.each(['json', 'xml'] as const)('the error reply in %s is the same API error', form => {
    const error = caught(() => parseReply(sample('error-reply', form)))
    expect(error).toEqual(new ApiError(10, 'Clé API incorrecte'))
    expect(error).toHaveProperty('code', 10)
  })
})
