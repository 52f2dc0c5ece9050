import { delay, HttpResponse, http } from 'msw'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type FetchFileOptions, fetchFile } from '../../src/api/fetch-file.ts'
import { network } from '../network.ts'

const PATH = '/api/location/file/download'

function answer(reply: (request: Request) => Response | Promise<Response>) {
  network.use(http.get(PATH, ({ request }) => reply(request)))
}

/** A reply that comes in these pieces; a missing one never comes, an error breaks the connection. */
function pieces(parts: readonly (string | Error | undefined)[], headers: Record<string, string> = {}) {
  const left = [...parts]
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (left.length === 0) return controller.close()
      const part = left.shift()
      if (part === undefined) return await delay('infinite')
      if (part instanceof Error) return controller.error(part)
      controller.enqueue(new TextEncoder().encode(part))
    },
  })
  return () => new HttpResponse(body, { headers })
}

/** Fetches with what the page is told of the progress. */
async function fetched(options: FetchFileOptions = {}) {
  const progress: unknown[] = []
  const file = await fetchFile('a/b', { onProgress: step => progress.push(step), ...options })
  return { ...file, text: new TextDecoder().decode(file.bytes), progress }
}

afterEach(() => void vi.useRealTimers())

describe('a file', () => {
  test('comes with its headers and what they promise', async () => {
    answer(
      pieces(['0639', '980000'], {
        'Content-Type': 'text/csv',
        'Content-Length': '10',
        'Content-Disposition': 'attachment',
      }),
    )
    expect(await fetched()).toMatchObject({
      text: '0639980000',
      type: 'text/csv',
      disposition: 'attachment',
      progress: [
        { received: 0, total: 10 },
        { received: 4, total: 10 },
        { received: 10, total: 10 },
      ],
    })
  })

  test('of unknown length comes, too', async () => {
    answer(pieces(['0639980000']))
    const { text, progress } = await fetched()
    expect(text).toBe('0639980000')
    expect(progress.at(-1)).toEqual({ received: 10, total: undefined })
  })

  test('is asked for once, with the page’s header and the user’s key', async () => {
    const asked: Request[] = []
    answer(request => {
      asked.push(request)
      return new HttpResponse('x')
    })
    await fetched({ apiKey: 'typed' })
    expect(asked).toHaveLength(1)
    const [request] = asked
    expect(new URL(request?.url ?? '').search).toBe('?token=a%2Fb')
    expect(request?.headers.get('X-Requested-With')).toBe('rental-board')
    expect(request?.headers.get('X-Api-Key')).toBe('typed')
    expect(request?.cache).toBe('no-store')
  })
})

describe('no file', () => {
  test.each<[string, () => Response, object]>([
    ['no network', () => HttpResponse.error(), { name: 'NetworkError' }],
    ['an HTTP status', () => new HttpResponse('x', { status: 502 }), { name: 'HttpError', status: 502 }],
    ['a wait', () => new HttpResponse('', { status: 429 }), { name: 'RateLimitError' }],
    [
      'an error of the provider under a failing status',
      () => HttpResponse.json({ success: false, code: 34, message: 'x' }, { status: 400 }),
      { name: 'ApiError', code: 34 },
    ],
    ['a broken body', pieces(['0639', new Error('x')]), { name: 'IncompleteFileError', how: 'broken' }],
    [
      'a body shorter than it says',
      pieces(['0639'], { 'Content-Length': '10' }),
      { name: 'IncompleteFileError', how: 'short' },
    ],
  ])('%s is an error of its own', async (_, reply, error) => {
    let asked = 0
    answer(() => {
      asked += 1
      return reply()
    })
    await expect(fetched()).rejects.toMatchObject(error)
    expect(asked).toBe(1)
  })

  test('silence ends the wait, before the headers and within the body', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const never = () => new Promise<Response>(() => {})
    const silent = expect(fetchFile('a', { fetch: never })).rejects.toMatchObject({ name: 'TimeoutError' })
    await vi.advanceTimersByTimeAsync(45_000)
    await silent

    const halting = async () => pieces(['0639', undefined])()
    const stalled = expect(fetchFile('a', { fetch: halting })).rejects.toMatchObject({ how: 'stalled' })
    await vi.advanceTimersByTimeAsync(45_000)
    await stalled
  })

  test('an abort ends it with its own reason', async () => {
    answer(pieces(['0639', undefined]))
    const user = new AbortController()
    const reason = new Error('enough')
    const onProgress = ({ received }: { received: number }) => received > 0 && user.abort(reason)
    await expect(fetchFile('a', { signal: user.signal, onProgress })).rejects.toBe(reason)
    await expect(fetchFile('a', { signal: user.signal })).rejects.toBe(reason)
  })
})
