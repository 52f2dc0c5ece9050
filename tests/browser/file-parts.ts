import { readFile } from 'node:fs/promises'
import { type Download, expect, type Locator, type Page } from '@playwright/test'
import { fictitiousNumbers } from '../../src/demo/demo-file.ts'
import type { StatusReply } from '../../src/demo/status-reply.ts'
import { type Behaviour, status } from '../fake-provider/behaviours.ts'
import type { Call, Provider } from '../fake-provider/provider.ts'
import { openDetail } from './page-parts.ts'
import { rental } from './rentals.ts'

/** The rental whose file the tests fetch. */
export const TOKEN = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'

/** The ten numbers of its file, as CSV. */
export const TEN = fictitiousNumbers(10)
  .map(number => `${number}\r\n`)
  .join('')

/** A rental that is ready, with ten numbers announced and paid for. */
export function ready(token = TOKEN): StatusReply {
  return { ...rental(token, 2), file: { phoneNumbers: '10' } }
}

/** A file of this type, whole. */
export function file(
  type: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Behaviour {
  return status(200, { 'content-type': type, ...headers }, body)
}

/** The provider's error, under 200 as it occurs. */
export function apiError(code: number, message: string): Behaviour {
  return file('application/json', JSON.stringify({ success: false, code, message }))
}

/** A file of which a part comes; the rest waits for `release`, or for ever. */
export function heldFile(body: string, partLength = Math.floor(body.length / 2)) {
  const begun = deferred()
  const released = deferred()
  const behaviour: Behaviour = async ({ out }) => {
    out.writeHead(200, { 'content-type': 'text/csv', 'content-length': body.length })
    out.write(body.slice(0, partLength), () => begun.resolve())
    await released.promise
    out.end(body.slice(partLength))
  }
  return { behaviour, release: () => released.resolve(), hasBegun: begun.promise }
}

function deferred() {
  let resolve = () => {}
  const promise = new Promise<void>(settle => {
    resolve = settle
  })
  return { promise, resolve: () => resolve() }
}

/** The button that offers the file. */
export function offer(page: Page): Locator {
  return page.getByRole('button', { name: 'Télécharger le fichier', exact: true })
}

export function dialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Télécharger le fichier' })
}

/** Opens the rental's detail, asks for its file, and gives the dialog that asks back. */
export async function askForFile(page: Page, token = TOKEN): Promise<Locator> {
  await openDetail(page, token)
  await offer(page).click()
  await expect(dialog(page)).toBeVisible()
  return dialog(page)
}

export async function confirm(page: Page) {
  await dialog(page)
    .getByRole('button', { name: /^Télécharger( quand même)?$/ })
    .click()
}

/** The requests for files that reached the provider. */
export function fileCalls({ calls }: Provider): readonly Call[] {
  return calls.filter(({ url }) => url.includes('/location/file/download'))
}

/** The status checks that reached the provider. */
export function statusCalls({ calls }: Provider): readonly Call[] {
  return calls.filter(({ url }) => url.includes('/location/status'))
}

/** The saved file's bytes. */
export async function bytesOf(download: Download): Promise<Buffer> {
  return await readFile(await download.path())
}
