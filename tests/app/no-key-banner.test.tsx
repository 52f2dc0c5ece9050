import { act, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { createApiKeyStore } from '../../src/api/api-key.ts'
import { openDemoBoard } from '../../src/app/demo-board.tsx'
import { BoardContext } from '../../src/board/board-context.ts'
import { createPreferences } from '../../src/board/preferences.ts'
import { type I18n, I18nContext } from '../../src/i18n/i18n.ts'
import { laterWords } from '../../src/i18n/later-words.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { english, french } from '../i18n/languages.ts'

let stop: (() => void) | undefined
afterEach(() => stop?.())

async function openBanner(lacksKey: boolean, language: I18n) {
  const apiKey = createApiKeyStore(memoryStorage(), memoryStorage())
  const board = await openDemoBoard(apiKey, createPreferences(memoryStorage()), lacksKey, () => undefined)
  stop = board.stop
  const { Banner } = board
  if (Banner === undefined) throw new Error('the demonstration has no banner')
  await act(async () =>
    render(
      <I18nContext value={language}>
        <BoardContext value={board}>
          <Banner onLeave={() => undefined} />
        </BoardContext>
      </I18nContext>,
    ),
  )
}

describe('the demonstration of a server that was meant to be live', () => {
  test.each([
    [french, 'Aucune clé sur le serveur', /^Ces locations sont simulées.*SMSPARTNER_API_KEY/],
    [english, 'No key on the server', /^These rentals are simulated.*SMSPARTNER_API_KEY/],
  ] as const)('is announced as such', async (language, title, text) => {
    await openBanner(true, language)
    expect(screen.getByText(title)).toBeVisible()
    expect(screen.getByText(text)).toBeVisible()
    expect(screen.queryByText(language.t.live.demo)).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: laterWords[language.language].demo.connect })).toBeVisible()
  })
})

test('a demonstration that was asked for is one', async () => {
  await openBanner(false, french)
  expect(screen.getByText('Démonstration')).toBeVisible()
  expect(screen.queryByText('Aucune clé sur le serveur')).not.toBeInTheDocument()
})
