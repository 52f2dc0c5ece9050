// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest'
import { ApiError, HttpError, NetworkError, RateLimitError } from '../../../src/api/errors.ts'
import type { FetchedFile } from '../../../src/api/fetch-file.ts'
import { IncompleteFileError } from '../../../src/api/fetch-file.ts'
import { createDownload } from '../../../src/features/download/download.ts'
import { createDownloadAttempts } from '../../../src/features/download/download-attempts.ts'
import { createDownloadQueue } from '../../../src/features/download/download-queue.ts'
import { memoryStorage } from '../../../src/lib/browser-storage.ts'
import { fakeLocks } from './fake-locks.ts'

type Answer = () => Promise<FetchedFile>

const came = (text: string) => async (): Promise<FetchedFile> => {
  return { bytes: new TextEncoder().encode(text), type: 'text/csv', disposition: '' }
}
const fails = (error: Error) => () => Promise.reject(error)

let nth = 0

/** A queue of one file for each answer, named `a`, `b`, `c`; `asked` are those that the server was asked for. */
function stage(answers: readonly Answer[], { earlier = [] as readonly number[] } = {}) {
  nth += 1
  const tokens = answers.map((_, index) => `${nth}-${'abcdef'[index]}`)
  const markers = createDownloadAttempts(memoryStorage(), () => 0)
  for (const index of earlier) markers.put(tokens[index] ?? '', 'unsure')
  const asked: string[] = []
  const saved: string[] = []
  let underWay = 0
  let most = 0
  const name = (token: string) => token.slice(-1)
  const queue = createDownloadQueue(
    tokens.map((token, index) => {
      const download = createDownload({
        token,
        async fetchFile() {
          asked.push(name(token))
          underWay += 1
          most = Math.max(most, underWay)
          try {
            return await (answers[index] ?? came(''))()
          } finally {
            underWay -= 1
          }
        },
        locks: fakeLocks(),
        markers,
        save: (_, ending) => saved.push(`${name(token)}.${ending}`),
        onEnd: () => undefined,
      })
      return { token, download }
    }),
  )
  const phases = () => queue.files.map(({ download }) => download.state.getState().phase)
  return { queue, asked, saved, phases, most: () => most, phase: () => queue.state.getState().phase }
}

describe('a queue of files', () => {
  test('fetches one after the other, and saves each as it comes', async () => {
    const { queue, asked, saved, phases, phase, most } = stage([
      came('1\n'),
      came('["0639980000"]'),
      came('3\n'),
    ])
    await queue.start()
    expect(asked).toEqual(['a', 'b', 'c'])
    expect(most()).toBe(1)
    // Of a list, the table; the other form can be saved until the queue is closed.
    expect(saved).toEqual(['a.csv', 'b.csv', 'c.csv'])
    expect(phases()).toEqual(['received', 'received', 'received'])
    expect(phase()).toBe('resting')
    queue.files[1]?.download.save('as-it-came')
    queue.files[0]?.download.save('as-it-came')
    expect(saved.slice(3)).toEqual(['b.json', 'a.csv'])
  })

  test('asks for each once, however often it is started', async () => {
    const { queue, asked } = stage([came('1'), came('2')])
    await Promise.all([queue.start(), queue.start()])
    await queue.start()
    expect(asked).toEqual(['a', 'b'])
  })

  test('that is stopped brings the file under way whole, and goes on from there when told to', async () => {
    let release = () => {}
    const held = () => new Promise<void>(resolve => (release = resolve)).then(came('1'))
    const { queue, asked, saved, phases, phase } = stage([held, came('2'), came('3')])
    const ended = queue.start()
    await vi.waitFor(() => expect(asked).toEqual(['a']))
    queue.stop()
    expect(phase()).toBe('stopping')
    release()
    await ended
    expect(saved).toEqual(['a.csv'])
    expect(phases()).toEqual(['received', 'asking', 'asking'])
    await queue.start()
    expect(asked).toEqual(['a', 'b', 'c'])
    expect(saved).toEqual(['a.csv', 'b.csv', 'c.csv'])
  })

  test.each([
    ['the provider’s word on one rental', new ApiError(34, 'déjà'), true],
    ['the account', new ApiError(10, 'clé'), false],
    ['a server that asks to slow down', new RateLimitError(undefined), false],
    ['a server that fails', new HttpError(502), false],
    ['no network', new NetworkError(), false],
    ['a broken connection', new IncompleteFileError('broken'), false],
  ])('that meets %s spares the next ones what would befall them, too', async (_, error, goesOn) => {
    const { queue, asked, phases } = stage([fails(error), came('2')])
    await queue.start()
    expect(asked).toEqual(goesOn ? ['a', 'b'] : ['a'])
    expect(phases()).toEqual(['failed', goesOn ? 'received' : 'asking'])
  })

  test('leaves alone what was asked for before', async () => {
    const { queue, asked, phases } = stage([came('1'), came('2'), came('3')], { earlier: [1] })
    await queue.start()
    expect(asked).toEqual(['a', 'c'])
    expect(phases()).toEqual(['received', 'asking', 'received'])
  })

  test('asks for no further file once it is closed', async () => {
    let release = () => {}
    const held = () => new Promise<void>(resolve => (release = resolve)).then(came('1'))
    const { queue, asked } = stage([held, came('2')])
    const ended = queue.start()
    await vi.waitFor(() => expect(asked).toEqual(['a']))
    queue.close()
    release()
    await ended
    expect(asked).toEqual(['a'])
  })
})
