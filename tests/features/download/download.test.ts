// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest'
import { ApiError } from '../../../src/api/errors.ts'
import type { FetchedFile, FetchFileOptions } from '../../../src/api/fetch-file.ts'
import { IncompleteFileError } from '../../../src/api/incomplete-file-error.ts'
import { createDownload } from '../../../src/features/download/download.ts'
import { createDownloadAttempts } from '../../../src/features/download/download-attempts.ts'
import { memoryStorage } from '../../../src/lib/browser-storage.ts'
import { fakeLocks } from './fake-locks.ts'

let nth = 0

function came(text: string): FetchedFile {
  return { bytes: new TextEncoder().encode(text), type: 'text/csv', disposition: '' }
}

function stage(fetchFile: (token: string, options: FetchFileOptions) => Promise<FetchedFile>) {
  nth += 1
  const token = `file-${nth}`
  const markers = createDownloadAttempts(memoryStorage(), () => 0)
  const saved: { text: Promise<string>; ending: string }[] = []
  const onEnd = vi.fn()
  const asked = vi.fn(fetchFile)
  const download = createDownload({
    token,
    fetchFile: asked,
    locks: fakeLocks(),
    markers,
    save: (blob, ending) => saved.push({ text: blob.text(), ending }),
    onEnd,
  })
  const texts = () => Promise.all(saved.map(async ({ text, ending }) => `${ending}: ${await text}`))
  return { download, token, markers, asked, onEnd, texts, state: () => download.state.getState() }
}

describe('a download', () => {
  test('saves by itself what there is one way to save', async () => {
    const { download, state, texts, markers, token, onEnd } = stage(async () => came('0639980000\n'))
    await download.start()
    expect(state()).toMatchObject({
      phase: 'received',
      facts: { size: 11, numbers: 1 },
      saved: ['as-it-came'],
    })
    expect(await texts()).toEqual(['csv: 0639980000\n'])
    expect(markers.get(token)?.state).toBe('done')
    expect(onEnd).toHaveBeenCalledOnce()
  })

  test('leaves a choice to the user, and saves as often as asked', async () => {
    const { download, state, texts } = stage(async () => came('["0639980000"]'))
    await download.start()
    expect(state()).toMatchObject({ phase: 'received', saved: [] })
    download.save('csv')
    download.save('as-it-came')
    download.save('csv')
    expect(state()).toMatchObject({ saved: ['csv', 'as-it-came'] })
    expect(await texts()).toEqual(['csv: 0639980000\r\n', 'json: ["0639980000"]', 'csv: 0639980000\r\n'])
  })

  test('lets go of the file when it is closed', async () => {
    const { download, texts } = stage(async () => came('["0639980000"]'))
    await download.start()
    download.close()
    download.save('csv')
    expect(await texts()).toEqual([])
  })

  test('asks once, however often it is started', async () => {
    const { download, asked } = stage(async () => came('x'))
    await Promise.all([download.start(), download.start()])
    await download.start()
    expect(asked).toHaveBeenCalledOnce()
  })

  test.each([
    ['an error of the provider', new ApiError(33, ''), undefined, false],
    ['a break', new IncompleteFileError('broken'), 'unsure', true],
  ])('that ends in %s says whether the file may be gone', async (_, error, marked, maybeTaken) => {
    const { download, state, markers, token, onEnd, texts } = stage(() => Promise.reject(error))
    await download.start()
    expect(state()).toEqual({ phase: 'failed', error, maybeTaken })
    expect(markers.get(token)?.state).toBe(marked)
    expect(onEnd).toHaveBeenCalledOnce()
    expect(await texts()).toEqual([])
  })

  test('that brings no file fails', async () => {
    const { download, state } = stage(async () => came('<!doctype html>'))
    await download.start()
    expect(state()).toMatchObject({ phase: 'failed', error: { problem: 'html' }, maybeTaken: true })
  })

  test('that is stopped may have taken the file', async () => {
    const { download, state, markers, token, asked } = stage(
      (_, { signal }) =>
        new Promise((__, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    )
    const ended = download.start()
    await vi.waitFor(() => expect(asked).toHaveBeenCalled())
    expect(markers.get(token)?.state).toBe('running')
    download.cancel()
    await ended
    expect(state()).toEqual({ phase: 'cancelled' })
    expect(markers.get(token)?.state).toBe('unsure')
  })

  test('that is stopped before it asks has taken nothing', async () => {
    const { download, state, markers, token, asked } = stage(async () => came('x'))
    const ended = download.start()
    download.cancel()
    await ended
    expect(state()).toEqual({ phase: 'cancelled' })
    expect(asked).not.toHaveBeenCalled()
    expect(markers.get(token)).toBeUndefined()
  })

  test('that breaks because the page goes away stays marked as running', async () => {
    const { download, markers, token } = stage(async () => {
      window.dispatchEvent(new Event('pagehide'))
      throw new IncompleteFileError('broken')
    })
    await download.start()
    expect(markers.get(token)?.state).toBe('running')
  })

  test('asks again when something new was marked meanwhile', async () => {
    const { download, state, markers, token, asked } = stage(async () => came('x'))
    const earlier = markers.put(token, 'done')
    await download.start()
    expect(state()).toEqual({ phase: 'asking', earlier })
    expect(asked).not.toHaveBeenCalled()
    await download.start()
    expect(asked).toHaveBeenCalledOnce()
  })
})
