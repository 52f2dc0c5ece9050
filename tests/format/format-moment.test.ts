import { expect, test } from 'vitest'
import { formatMoment } from '../../src/format/format-time.ts'
import { french } from '../i18n/languages.ts'

const now = new Date(2026, 10, 24, 15, 0).getTime()

test.each([
  ['today', new Date(2026, 10, 24, 14, 2), '14:02'],
  ['yesterday', new Date(2026, 10, 23, 23, 59), '23 nov., 23:59'],
  ['another day', new Date(2026, 10, 12, 8, 5), '12 nov., 08:05'],
])('a moment of %s says its day where it must', (_, at, words) => {
  expect(formatMoment(at.getTime(), now, french)).toBe(words)
})
