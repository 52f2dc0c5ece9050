import fc from 'fast-check'
import { isToken } from '../../src/api/token.ts'

/** Any token, accents, signs and emoji included. */
export const anyToken = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 128 }).filter(isToken)
