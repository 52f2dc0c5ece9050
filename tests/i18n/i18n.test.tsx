import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { I18nContext, loadI18n, useI18n } from '../../src/i18n/i18n.ts'
import { withPlainSpaces } from './plain-spaces.ts'

test.each([
  ['fr', 'Téléchargée', '0,90 €'],
  ['en', 'Downloaded', '€0.90'],
] as const)('%s speaks with its own words and formats', async (language, word, price) => {
  const text = await loadI18n(language)
  const { result } = renderHook(useI18n, {
    wrapper: ({ children }) => <I18nContext value={text}>{children}</I18nContext>,
  })
  expect(result.current.language).toBe(language)
  expect(result.current.t.states.downloaded).toBe(word)
  expect(withPlainSpaces(result.current.f.euros('0.900'))).toBe(price)
})
