import { expect } from '@playwright/test'
import {
  type Behaviour,
  hangHeaders,
  html502,
  huge,
  loginPage200,
  redirectToLogin,
  reset,
  resetMidBody,
  stallBody,
  tooManyRequests,
  truncatedJson,
  wrongCharset,
} from '../fake-provider/behaviours.ts'
import { test } from './board.ts'
import { expectState, follow, liveLine, openDetail, row } from './page-parts.ts'
import { rental } from './rentals.ts'

test.use({ expectedConsole: [/^Failed to load resource/] })

type Fault = { name: string; behaviour: Behaviour; words: string; hangs?: boolean }

const broken = 'Le serveur a répondu par une erreur HTTP 502.'
const said = (words: string) => `Le serveur répond : ${words} (HTTP 502)`
const late = 'Pas de réponse complète en 10 s.'

const faults: readonly Fault[] = [
  { name: 'a 502 page of a gateway', behaviour: html502, words: broken },
  { name: 'headers that never come', behaviour: hangHeaders, words: late, hangs: true },
  { name: 'a body that stalls half way', behaviour: stallBody, words: late, hangs: true },
  { name: 'a reset connection', behaviour: reset, words: said('SMS Partner est injoignable.') },
  {
    name: 'a connection reset half way',
    behaviour: resetMidBody,
    words: said('SMS Partner est injoignable.'),
  },
  {
    name: 'a redirect to a login page',
    behaviour: redirectToLogin,
    words: said('SMS Partner a répondu par une redirection.'),
  },
  {
    name: 'a login page under 200',
    behaviour: loginPage200,
    words: 'Réponse illisible : une page web à la place des données.',
  },
  { name: 'truncated JSON', behaviour: truncatedJson, words: 'Réponse illisible : elle est coupée.' },
  {
    name: 'a body of 50 MB',
    behaviour: huge(),
    words: said('La réponse de SMS Partner est trop longue ou illisible.'),
  },
]

for (const { name, behaviour, words, hangs = false } of faults) {
  test(`${name}: the row says so, keeps its data, and mends`, async ({ page, provider, openBoard }) => {
    await page.clock.install()
    for (const token of ['touchée', 'saine']) provider.set(token, rental(token, 2))
    await openBoard(page, { tokens: ['touchée', 'saine'] })
    await expectState(page, 'touchée', 'ready')
    await expectState(page, 'saine', 'ready')
    provider.calls.length = 0

    provider.behave(behaviour, { token: 'touchée' })
    const detail = await openDetail(page, 'touchée')
    const check = detail.getByRole('button', { name: 'Vérifier maintenant' })
    await check.click()
    await expect.poll(() => provider.calls.length).toBe(1)
    if (hangs) await page.clock.fastForward(10_000)
    await expect(detail).toContainText(words)
    await expect(row(page, 'touchée')).toHaveAttribute('data-stale', 'true')
    await expectState(page, 'touchée', 'ready')
    await expect(row(page, 'touchée')).toContainText('Femmes, 31 à 49 ans')
    await expect(row(page, 'saine')).not.toHaveAttribute('data-stale')
    await expect(page.getByText('Connexion perdue')).toHaveCount(0)

    provider.set('touchée', rental('touchée', 5))
    await check.click()
    await expectState(page, 'touchée', 'downloaded')
    await expect(detail).not.toContainText(words)
    await expect(row(page, 'touchée')).not.toHaveAttribute('data-stale')
  })
}

test('Latin-1 is read where it is declared, and an undocumented status where it is not', async ({
  page,
  provider,
  openBoard,
}) => {
  const sentence = 'La création du fichier est terminé. Vous pouvez le télécharger.'
  for (const token of ['dite', 'tue']) provider.set(token, rental(token, sentence))
  provider.behave(wrongCharset('iso-8859-1'), { token: 'dite' })
  provider.behave(wrongCharset('utf-8'), { token: 'tue' })
  await openBoard(page, { tokens: ['dite', 'tue'] })
  await expectState(page, 'dite', 'ready')
  await expectState(page, 'tue', 'unknown')
})

test('429 with a date stops the whole board until then', async ({ page, provider, openBoard }) => {
  for (const token of ['un', 'deux', 'trois']) provider.set(token, rental(token, 1))
  await openBoard(page)
  // Dates of HTTP are whole seconds.
  const until = Math.ceil(Date.now() / 1_000) * 1_000 + 12_000
  provider.behave(tooManyRequests({ retryAfter: new Date(until) }))
  await follow(page, ['un', 'deux', 'trois'])

  await expect(liveLine(page)).toContainText('Au ralenti')
  await expect(liveLine(page)).toContainText(/le serveur demande d’attendre \d+\ss/)
  provider.behave(null)
  for (const token of ['un', 'deux', 'trois']) await expectState(page, token, 'generating')
  await expect(liveLine(page)).toContainText('En direct')
  const answered = provider.calls.slice(3)
  expect(Math.min(...answered.map(({ at }) => at))).toBeGreaterThanOrEqual(until - 1_000)
})
