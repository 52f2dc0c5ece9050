import { describe, expect, test } from 'vitest'
import { ApiError, DecodeError, HttpError } from '../../../src/api/errors.ts'
import { IncompleteFileError } from '../../../src/api/fetch-file.ts'
import { formatFileFailure, formatSize } from '../../../src/features/download/format-download.ts'
import { english, french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'

describe('a size', () => {
  test.each([
    [0, '0 octet', '0 bytes'],
    [812, '812 octets', '812 bytes'],
    [12_400, '12 ko', '12 kB'],
    [6_125_000, '6,1 Mo', '6.1 MB'],
  ])('of %i bytes is said as people say it', (bytes, inFrench, inEnglish) => {
    expect(withPlainSpaces(formatSize(bytes, 'fr'))).toBe(inFrench)
    expect(withPlainSpaces(formatSize(bytes, 'en'))).toBe(inEnglish)
  })
})

describe('why there is no file', () => {
  test.each([
    [new IncompleteFileError('broken'), /incomplet.*rien n’a été enregistré La connexion s’est rompue/],
    [new IncompleteFileError('short'), /incomplet.*Il manque une partie/],
    [new IncompleteFileError('stalled'), /incomplet.*Plus rien/],
    [new DecodeError('truncated'), /incomplet.*coupée/],
    [new DecodeError('html'), /n’a pas pu.*page web/],
    [new DecodeError('empty'), /n’a pas pu.*vide/],
    [new ApiError(34, 'x'), /n’a pas pu.*déjà été téléchargé \(code 34\)/],
    [new ApiError(10, 'Clé API incorrecte'), /Clé API incorrecte.*Le compte SMS Partner refuse/],
    [new ApiError(61, 'Requête invalide'), /SMS Partner répond : Requête invalide \(code 61\)/],
    [new HttpError(504), /HTTP 504/],
    [new Error('x'), /Erreur inattendue/],
  ])('%s has words of its own', (error, words) => {
    const { title, reason } = formatFileFailure(error, french)
    expect(withPlainSpaces(`${title} ${reason}`)).toMatch(words)
    expect(formatFileFailure(error, english).reason).not.toBe(reason)
  })
})
