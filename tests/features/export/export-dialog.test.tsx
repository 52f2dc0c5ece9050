import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { parseBackup } from '../../../src/features/backup/backup.ts'
import { ExportDialog } from '../../../src/features/export/export-dialog.tsx'
import { parseShare } from '../../../src/rentals/share-link.ts'
import { renderBoard } from '../../board/render-board.tsx'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { readCsv } from '../../format/read-csv.ts'
import { french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'
import { network } from '../../network.ts'
import { fakeDialogs } from '../../ui/fake-dialog.ts'

vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => {
  fakeDialogs()
  network.use(...statusHandlers({ lookup: () => undefined }))
})

/** The files that the page hands to the browser, which jsdom cannot save. */
function caughtFiles() {
  const files: { name: string; blob: Blob }[] = []
  const blobs: Blob[] = []
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      blobs.push(blob)
      return '#file'
    },
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const blob = blobs.pop()
    if (blob !== undefined) files.push({ name: this.download, blob })
  })
  onTestFinished(() => {
    vi.restoreAllMocks()
    Reflect.deleteProperty(URL, 'createObjectURL')
  })
  return files
}

function open(...tokens: readonly string[]) {
  const user = userEvent.setup()
  const onClose = vi.fn()
  const { tracked, view } = renderBoard(<ExportDialog onClose={onClose} />, french, ...tokens)
  return {
    tracked,
    view,
    user,
    onClose,
    press: (name: string) => user.click(screen.getByRole('button', { name })),
  }
}

const link = async () => {
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Lien de partage' })
  await waitFor(() => expect(field.value).toContain('#/partage/'))
  return field
}

describe('the export', () => {
  test('hands over a table of what is shown', async () => {
    const files = caughtFiles()
    const { tracked, view, press } = open('a', 'b', 'c')
    tracked.edit('b', { tags: ['mai'] })
    view.toggleTag('mai')
    await screen.findByText(/^Ce qui est affiché\s: 1 sur 3 locations\.$/)
    await press('Télécharger le CSV')
    expect(files[0]?.name).toMatch(/^locations-\d{4}-\d\d-\d\d\.csv$/)
    expect(files[0]?.blob.type).toBe('text/csv;charset=utf-8')
    const bytes = new Uint8Array((await files[0]?.blob.arrayBuffer()) ?? new ArrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [, ...rows] = readCsv(new TextDecoder().decode(bytes))
    expect(rows.map(([token]) => token)).toEqual(['b'])
  })

  test('hands over a backup of the whole list', async () => {
    const files = caughtFiles()
    const { press } = open('a', 'b')
    await press('Télécharger la sauvegarde')
    expect(files[0]?.name).toMatch(/^sauvegarde-locations-\d{4}-\d\d-\d\d\.json$/)
    expect(parseBackup((await files[0]?.blob.text()) ?? '')).toMatchObject({
      rentals: [{ token: 'a' }, { token: 'b' }],
      preferences: { sort: 'need' },
    })
  })

  test('copies a link that carries what is shown', async () => {
    const { press } = open('a', 'b')
    const { value } = await link()
    await press('Copier le lien')
    expect(await navigator.clipboard.readText()).toBe(value)
    expect(await screen.findByText('Lien copié')).toBeVisible()
    const part = value.split('#/partage/')[1] ?? ''
    expect((await parseShare(part))?.rentals.map(({ token }) => token)).toEqual(['a', 'b'])
  })

  test('leaves the link to the hand where there is no clipboard', async () => {
    const { user } = open('a')
    const field = await link()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'))
    onTestFinished(() => void vi.restoreAllMocks())
    await user.click(screen.getByRole('button', { name: 'Copier le lien' }))
    expect(await screen.findByText(/copiez le lien du champ à la main/)).toBeVisible()
    expect(field.selectionEnd).toBe(field.value.length)
  })

  test('warns of a link that mail programs may cut', async () => {
    open(...Array.from({ length: 100 }, (_, index) => `${index}${crypto.randomUUID()}`))
    await link()
    expect(withPlainSpaces(screen.getByText(/^Ce lien compte/).textContent ?? '')).toContain(
      'au-delà de 2 000',
    )
  })

  test('offers no link that would be too long', async () => {
    open(...Array.from({ length: 3_000 }, () => crypto.randomUUID() + crypto.randomUUID()))
    expect(
      await screen.findByText(/^Trop de locations pour un lien/, undefined, { timeout: 5_000 }),
    ).toBeVisible()
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
  })

  test('prints once it is out of the way', async () => {
    const print = vi.fn()
    vi.stubGlobal('print', print)
    const { onClose, press } = open('a')
    await press('Imprimer')
    expect(onClose).toHaveBeenCalledBefore(print)
  })

  test('of nothing has nothing to offer but the backup', () => {
    open()
    expect(
      screen.getByText('Rien n’est affiché : il n’y a rien à exporter.', { normalizer: withPlainSpaces }),
    ).toBeVisible()
    expect(screen.getByRole('button', { name: 'Télécharger le CSV' })).toBeDisabled()
    expect(screen.getByRole('button', { name: 'Imprimer' })).toBeDisabled()
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Télécharger la sauvegarde' })).toBeEnabled()
  })
})
