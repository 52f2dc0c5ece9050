import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CodeList } from '../../../src/features/detail/place-name.tsx'
import { renderBoard } from '../../board/render-board.tsx'
import { french } from '../../i18n/languages.ts'

const codes = Array.from({ length: 6_300 }, (_, index) => `unknown ${index}`)

test('of many codes 100 are listed, and the others counted', () => {
  renderBoard(<CodeList codes={codes} />, french)
  expect(screen.getAllByRole('listitem')).toHaveLength(101)
  expect(screen.getByText('unknown 99')).toBeVisible()
  expect(screen.getByText(/^et 6\s200 autres$/)).toBeVisible()
})

test('100 codes are all listed', () => {
  renderBoard(<CodeList codes={codes.slice(0, 100)} />, french)
  expect(screen.getAllByRole('listitem')).toHaveLength(100)
})
