import { describe, expect, test } from 'vitest'
import { createDownloadAttempts } from '../../../src/features/download/download-attempts.ts'
import {
  acquireDownloadLock,
  type DownloadLockOptions,
  isFetchedElsewhere,
} from '../../../src/features/download/download-lock.ts'
import { memoryStorage } from '../../../src/lib/browser-storage.ts'
import { movedTimes } from '../../../src/lib/moved-times.ts'
import { DOWNLOAD_PREFIX, entryKey } from '../../../src/storage.ts'
import { fakeLocks } from './fake-locks.ts'

let nth = 0

/** A token of its own for each test: what is under way is known to the whole page. */
function freshToken(): string {
  nth += 1
  return `token-${nth}`
}

async function claimed(token: string, options: DownloadLockOptions) {
  const claim = await acquireDownloadLock(token, options)
  if ('refused' in claim) throw new Error(`refused: ${claim.refused}`)
  return claim
}

describe.each([
  ['with locks', fakeLocks],
  ['without locks', () => undefined],
])('%s', (_, createLocks) => {
  function stage() {
    const storage = memoryStorage()
    const markers = createDownloadAttempts(storage, () => 1_000)
    return { storage, token: freshToken(), markers, locks: createLocks() }
  }

  test('a file is marked while it is asked for, and the second press is refused', async () => {
    const { token, ...options } = stage()
    const [first, second] = await Promise.all([
      acquireDownloadLock(token, options),
      acquireDownloadLock(token, options),
    ])
    expect(second).toEqual({ refused: 'busy' })
    expect(options.markers.get(token)?.state).toBe('running')
    if ('end' in first) first.end('clear')
    expect(options.markers.get(token)).toBeUndefined()
    await new Promise(resolve => setTimeout(resolve))
    ;(await claimed(token, options)).end('clear')
  })

  test.each(['running', 'unsure', 'done'] as const)('what is marked as %s is refused', async state => {
    const { token, ...options } = stage()
    const marker = options.markers.put(token, state)
    expect(await acquireDownloadLock(token, options)).toEqual({ refused: 'marked', marker })
  })

  test('whoever was warned of a marker may go on, but not in spite of a newer one', async () => {
    const { token, ...options } = stage()
    const acknowledged = options.markers.put(token, 'unsure')
    const newer = options.markers.put(token, 'done')
    expect(await acquireDownloadLock(token, { ...options, acknowledged })).toEqual({
      refused: 'marked',
      marker: newer,
    })
    const claim = await claimed(token, { ...options, acknowledged: newer })
    claim.end('done')
    expect(options.markers.get(token)?.state).toBe('done')
  })

  test('an attempt is known again after its time has moved with the clock', async () => {
    const { token, storage, ...options } = stage()
    const setBack = () => {
      const key = entryKey(DOWNLOAD_PREFIX, token)
      const moved = movedTimes(JSON.parse(storage.getItem(key) ?? ''), at => at - 500)
      storage.setItem(key, JSON.stringify(moved))
    }
    const acknowledged = options.markers.put(token, 'unsure')
    setBack()
    const claim = claimed(token, { ...options, acknowledged })
    await Promise.resolve()
    setBack()
    ;(await claim).end('done')
    expect(options.markers.get(token)?.state).toBe('done')
  })

  test('other files do not wait', async () => {
    const { token, ...options } = stage()
    const claims = await Promise.all([claimed(token, options), claimed(freshToken(), options)])
    for (const claim of claims) claim.end('clear')
  })

  test('a storage that keeps nothing does not keep anyone from a file', async () => {
    const { token, locks } = stage()
    ;(await claimed(token, { locks, markers: createDownloadAttempts(undefined, () => 0) })).end('done')
  })
})

test('with locks another tab is known to be at it, marker or not', async () => {
  const locks = fakeLocks()
  const token = freshToken()
  let release = () => {}
  const elsewhere = locks.request(
    `rental-board:download:${token}`,
    {},
    () =>
      new Promise<void>(resolve => {
        release = resolve
      }),
  )
  expect(await isFetchedElsewhere(token, locks)).toBe(true)
  const markers = createDownloadAttempts(memoryStorage(), () => 0)
  expect(await acquireDownloadLock(token, { locks, markers })).toEqual({ refused: 'busy' })
  release()
  await elsewhere
  expect(await isFetchedElsewhere(token, locks)).toBe(false)
})

test('without locks the tab that marked last at the same moment has it', async () => {
  const storage = memoryStorage()
  const markers = createDownloadAttempts(storage, () => 0)
  const token = freshToken()
  const claim = acquireDownloadLock(token, { locks: undefined, markers })
  storage.setItem(entryKey(DOWNLOAD_PREFIX, token), JSON.stringify({ v: 1, at: 7, state: 'running' }))
  expect(await claim).toEqual({ refused: 'busy' })
  expect(markers.get(token)?.at).toBe(7)
  expect(await isFetchedElsewhere(token, undefined)).toBe(false)
})

function refuse(): never {
  throw new DOMException('', 'SecurityError')
}

test.each([
  ['at once', refuse],
  ['in the end', async () => refuse()],
])('locks that the browser refuses (%s) leave the marker', async (_, refused) => {
  const refusing = Object.assign(Object.create(null), { request: refused, query: refused })
  const markers = createDownloadAttempts(memoryStorage(), () => 0)
  const token = freshToken()
  const claim = await claimed(token, { locks: refusing, markers })
  expect(markers.get(token)?.state).toBe('running')
  expect(await isFetchedElsewhere(token, refusing)).toBe(false)
  claim.end('clear')
})
