import { act, render, screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { afterEach, describe, expect, test } from 'vitest'
import { createApiKeyStore } from '../../src/api/api-key.ts'
import { openDemoBoard } from '../../src/app/demo-board.tsx'
import { BoardContext } from '../../src/board/board-context.ts'
import { createPreferences } from '../../src/board/preferences.ts'
import { type I18n, I18nContext } from '../../src/i18n/i18n.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { english, french } from '../i18n/languages.ts'
import { network } from '../network.ts'

let stop: (() => void) | undefined
afterEach(() => stop?.())

async function openBanner(config: object | undefined, language: I18n, typedKey?: string) {
  network.use(
    http.get('/config.json', () =>
      config ? HttpResponse.json(config) : HttpResponse.text('', { status: 404 }),
    ),
  )
  const apiKey = createApiKeyStore(memoryStorage(), memoryStorage())
  if (typedKey !== undefined) apiKey.set(typedKey, { remember: false })
  const board = await openDemoBoard(apiKey, createPreferences(memoryStorage()))
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

const lacking = { serverKey: false, fileDownload: false, lacksKey: true }

describe('the demonstration of a server that was meant to be live', () => {
  test.each([
    [french, 'Aucune clé sur le serveur', /^Ces locations sont simulées.*SMSPARTNER_API_KEY/],
    [english, 'No key on the server', /^These rentals are simulated.*SMSPARTNER_API_KEY/],
  ] as const)('is announced as such', async (language, title, text) => {
    await openBanner(lacking, language)
    expect(screen.getByText(title)).toBeVisible()
    expect(screen.getByText(text)).toBeVisible()
    expect(screen.queryByText(language.t.demo.title)).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: language.t.demo.connect })).toBeVisible()
  })

  test('is but a demonstration to whoever has typed a key', async () => {
    await openBanner(lacking, french, 'abc')
    expect(screen.getByText('Démonstration')).toBeVisible()
    expect(screen.queryByText('Aucune clé sur le serveur')).not.toBeInTheDocument()
  })
})

test.each([{ serverKey: false, fileDownload: false }, { serverKey: true }, undefined])(
  'the demonstration of any other server is one: %o',
  async config => {
    await openBanner(config, french)
    expect(screen.getByText('Démonstration')).toBeVisible()
    expect(screen.queryByText('Aucune clé sur le serveur')).not.toBeInTheDocument()
  },
)
