import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { loadText, TextContext, useText } from '../../src/i18n/text.ts'
import { withPlainSpaces } from './plain-spaces.ts'

test.each([
  ['fr', 'Téléchargée', '0,90 €'],
  ['en', 'Downloaded', '€0.90'],
] as const)('%s speaks with its own words and formats', async (language, word, price) => {
  const text = await loadText(language)
  const { result } = renderHook(useText, {
    wrapper: ({ children }) => <TextContext value={text}>{children}</TextContext>,
  })
  expect(result.current.language).toBe(language)
  expect(result.current.t.states.downloaded).toBe(word)
  expect(withPlainSpaces(result.current.f.euros('0.900'))).toBe(price)
})
