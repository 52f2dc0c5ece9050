import { deflateRawSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { test } from './board.ts'
import { longestTask, watchTasks } from './long-tasks.ts'
import { expectState, paste, rows } from './page-parts.ts'
import { plainTableTime } from './plain-table.ts'
import { rental } from './rentals.ts'

const TOKEN = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'
const SECRET = '7fd1c20b6a1f4d0d9b3f1c5e8a7d6b5c4391ab4e'

const links: Readonly<Record<string, unknown>> = {
  '600,000 rentals': new Array(600_000).fill(['a']),
  '900,000 tags': [['a', 'Oise', new Array(900_000).fill('x')]],
  'a name of five megabytes': [['a', 'x'.repeat(5_000_000)]],
}

for (const [what, value] of Object.entries(links))
  test(`a small link with ${what} is refused in words, and the page answers`, async ({ page, openBoard }) => {
    const packed = deflateRawSync(Buffer.from(JSON.stringify(value))).toString('base64url')
    expect(packed.length).toBeLessThan(10_000)
    await watchTasks(page)
    await openBoard(page)
    await page.evaluate(part => location.assign(`#/partage/z${part}`), packed)
    const region = page.getByRole('region', { name: 'Locations partagées avec vous' })
    await expect(region).toContainText('Ce lien contient plus que le suivi n’accepte')
    await expectNoFreeze(page)
    await region.getByRole('button', { name: 'Continuer sans' }).click()
    expect(await stored(page)).not.toContain('token')
  })

for (const added of ['.', ')', '>', '%3E', '%0D%0A', '&fbclid=IwAR0', ' merci'])
  test(`a share link opens its list with «${added}» behind it and a break inside`, async ({
    page,
    openBoard,
  }) => {
    const part = `z${deflateRawSync(Buffer.from(JSON.stringify([[TOKEN, 'Oise']]))).toString('base64url')}`
    await openBoard(page)
    const region = page.getByRole('region', { name: 'Locations partagées avec vous' })
    await page.evaluate(
      hash => location.assign(hash),
      `#/partage/${part.slice(0, 9)}%0A${part.slice(9)}${added}`,
    )
    await expect(region).toContainText('Oise')
    await region.getByRole('button', { name: 'Annuler' }).click()
    await paste(page, `Voici https://tableau.example/#/partage/${part}${added}`)
    await expect(region).toContainText('Oise')
  })

test('of a pasted curl line only the token is taken, and the key is kept nowhere', async ({
  page,
  provider,
  openBoard,
}) => {
  provider.set(TOKEN, rental(TOKEN, 5))
  const addresses: string[] = []
  page.on('request', request => addresses.push(request.url()))
  await openBoard(page)
  await paste(
    page,
    `curl -H "X-Api-Key: ${SECRET}" "https://api.smspartner.fr/v1/location/status?apiKey=${SECRET}&token=${TOKEN}"`,
  )
  const preview = page.getByRole('region', { name: 'Aperçu avant le suivi' })
  await expect(preview).toContainText('À suivre')
  await expect(preview.getByRole('listitem')).toHaveCount(1)
  await expect(page.locator('form').getByRole('status')).toContainText(
    'clé API ou mot de passe reconnu et laissé de côté',
  )
  await page.getByRole('button', { name: 'Suivre 1 location' }).click()
  await expectState(page, TOKEN, 'downloaded')
  await expect(rows(page)).toHaveCount(1)
  expect(await page.content()).not.toContain(SECRET)
  await expect(page.getByRole('textbox', { name: 'Identifiants de location' })).toHaveValue('')
  expect(await stored(page)).toContain(TOKEN)
  expect(await stored(page)).not.toContain(SECRET)
  expect(addresses.join('\n')).not.toContain(SECRET)
})

test('a key alone is not followed, and that is said', async ({ page, openBoard }) => {
  await openBoard(page)
  await paste(page, `https://api.smspartner.fr/v1/location/status?apiKey=${SECRET}`)
  await expect(page.locator('form').getByRole('status')).toContainText('clé API ou mot de passe reconnu')
  await expect(page.getByRole('button', { name: /^Suivre/ })).toHaveCount(0)
  expect(await stored(page)).not.toContain(SECRET)
})

test('200,000 dots in a paste do not freeze the page, and too long a text is refused in words', async ({
  page,
  openBoard,
}) => {
  await watchTasks(page)
  await openBoard(page)
  await paste(page, `a${'.'.repeat(200_000)}a`)
  await expect(page.locator('form').getByRole('status')).toContainText('1 refusé')
  await expectNoFreeze(page)
  await paste(page, Array.from({ length: 10_001 }, (_, index) => `${TOKEN}${index}`).join(' '))
  await expect(page.locator('form').getByRole('status')).toContainText('Ce texte est trop long')
})

const plainCells = Array.from({ length: 10_000 }, (_, index) => [`${TOKEN}${index}`, 'Oise'])

/** No task may have taken longer than three plain tables of 10,000 lines, each about a second. */
async function expectNoFreeze(page: Page) {
  const longest = await longestTask(page)
  expect(longest).toBeLessThan(3 * (await plainTableTime(page, plainCells)))
}

/** All that the page keeps in the browser. */
async function stored(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
}
