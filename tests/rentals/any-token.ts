import fc from 'fast-check'
import { isToken } from '../../src/api/rental.ts'
import { tokenIn } from '../../src/rentals/outside-rental.ts'

/** Any token, accents, signs and emoji included. */
export const anyToken = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 128 }).filter(isToken)

/** Any token as what comes from outside gives it: without invisible characters. */
export const anyTidyToken = anyToken.filter(token => tokenIn(token) === token)
