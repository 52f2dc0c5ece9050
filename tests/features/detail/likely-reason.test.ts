import { describe, expect, test } from 'vitest'
import { ApiError, NetworkError } from '../../../src/api/errors.ts'
import { likelyReason } from '../../../src/features/detail/likely-reason.ts'
import { detailWords } from '../../../src/features/detail/words.ts'
import { summarise } from '../../../src/rentals/summary.ts'
import { rentalWith } from '../../rentals/samples.ts'

const { reasons } = detailWords.fr
const TOKEN = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'
const notFound = new ApiError(32, 'Location introuvable')
const place = (wanted: number, available: number) => ({ type: 'cp', location: '60200', wanted, available })

describe('the likely reason', () => {
  test.each([
    ['cut short', '1a2b3c4d5e6f', reasons.length(12)],
    ['with one more', `${TOKEN}0`, reasons.length(41)],
    ['of letters that fill two units each', '🙂'.repeat(40), reasons.characters('🙂')],
    ['with an O and an l', `${TOKEN.slice(0, 37)}OlO`, reasons.characters('O l')],
    ['in capitals', TOKEN.toUpperCase(), reasons['other-account']],
    ['of the right form', TOKEN, reasons['other-account']],
  ])('of a token that is not found, %s', (_, token, reason) => {
    expect(likelyReason(summarise(token, undefined, notFound), reasons)).toBe(reason)
  })

  test.each([
    ['not found any more', rentalWith({ status: 'ready' }), notFound, reasons.gone],
    ['failed', rentalWith({ status: 'failed', places: [place(10, 20)] }), undefined, reasons.unsaid],
    [
      'failed for want of contacts',
      rentalWith({ status: 'failed', places: [place(2_000, 1_204)] }),
      undefined,
      reasons['too-few'](796),
    ],
    ['of an unknown status', rentalWith({ status: 'unknown' }), undefined, reasons.undocumented],
    ['never answered but with an error', undefined, new ApiError(61, 'Requête invalide'), reasons.unsaid],
    ['never answered', undefined, new NetworkError(), undefined],
    ['not asked yet', undefined, undefined, undefined],
    ['ready', rentalWith({ status: 'ready' }), undefined, undefined],
    [
      'short of contacts while under way',
      rentalWith({ status: 'generating', places: [place(9, 1)] }),
      undefined,
      undefined,
    ],
    ['failed, and out of reach now', rentalWith({ status: 'failed' }), new NetworkError(), reasons.unsaid],
  ])('of a rental %s', (_, rental, error, reason) => {
    expect(likelyReason(summarise(TOKEN, rental, error), reasons)).toBe(reason)
  })
})
