import { QueryClient } from '@tanstack/react-query'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ApiError, HttpError, NetworkError } from '../../src/api/errors.ts'
import { toFault } from '../../src/api/fault.ts'
import type { Rental } from '../../src/api/rental.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { type Check, recordFault, recordReply } from '../../src/polling/check.ts'
import type { History } from '../../src/polling/history.ts'
import { rentalsKey } from '../../src/polling/tracked-rentals.ts'
import { createBoardModel } from '../../src/rentals/board-model.ts'
import { readRentalCache } from '../../src/rentals/rental-cache.ts'
import { createTrackedStore } from '../../src/rentals/tracked-store.ts'
import { rentalWith } from './samples.ts'

/** A model over a real cache and a real list, whose updates wait until the test lets them `run`. */
function board(...tokens: readonly string[]) {
  const queryClient = new QueryClient()
  const tracked = createTrackedStore(memoryStorage(), () => 0)
  const scheduled: (() => void)[] = []
  tracked.add(tokens.map(token => ({ token })))
  const model = createBoardModel({
    rentalCache: readRentalCache(queryClient),
    tracked: tracked.state,
    schedule: work => scheduled.push(work),
  })
  let updates = 0
  model.state.subscribe(() => {
    updates += 1
  })
  onTestFinished(() => {
    model.stop()
    queryClient.clear()
  })
  return {
    ...{ queryClient, tracked, scheduled, model },
    updates: () => updates,
    summaries: () => model.state.getState().summaries,
    tokens: () => [...model.state.getState().summaries.keys()],
    stateOf: (token: string) => model.state.getState().summaries.get(token)?.state,
    run: () => {
      for (const work of scheduled.splice(0)) work()
    },
    answer: (token: string, change: Partial<Rental> = {}, at = 0, history?: History) => {
      const reply = { rental: rentalWith(change), raw: '', at }
      const queryKey = [...rentalsKey, token]
      const check = recordReply(queryClient.getQueryData<Check>(queryKey), reply, at)
      queryClient.setQueryData(queryKey, { ...check, ...(history && { history }) })
    },
    /** Checks the rental in the cache, as polling does, until the test says how it ends. */
    check: (token: string) => {
      const queryKey = [...rentalsKey, token]
      let end: (outcome: Rental | Error) => void = () => undefined
      const outcome = new Promise<Rental | Error>(resolve => {
        end = resolve
      })
      const queryFn = async () => {
        const rental = await outcome
        const before = queryClient.getQueryData<Check>(queryKey)
        return rental instanceof Error
          ? recordFault(before, toFault(rental), 0, 0.5)
          : recordReply(before, { rental, raw: '', at: 0 }, 0)
      }
      const ended = queryClient.fetchQuery({ queryKey, queryFn, retry: false })
      return (outcome: Rental | Error) => {
        end(outcome)
        return ended
      }
    },
  }
}

describe('the model of the board', () => {
  test('begins with every followed rental, in the order of the list', () => {
    const { stateOf, tokens } = board('c', 'a', 'b')
    expect(tokens()).toEqual(['c', 'a', 'b'])
    expect(stateOf('a')).toBe('pending')
  })

  test('begins with what the cache already has', () => {
    const first = board('a')
    first.answer('a', { status: 'failed' }, 6, [{ status: 'failed', from: 5, until: 6 }])
    const second = createBoardModel({
      rentalCache: readRentalCache(first.queryClient),
      tracked: first.tracked.state,
      schedule: work => work(),
    })
    expect(second.state.getState().summaries.get('a')).toMatchObject({
      state: 'failed',
      since: { since: 5, exact: false },
    })
    second.stop()
  })

  test('works out again what a reply changed, and leaves the others as they are', () => {
    const { answer, run, summaries, tokens } = board('a', 'b')
    const before = summaries()
    answer('a', { status: 'generating' }, 9, [
      { status: 'requested', from: 1, until: 7 },
      { status: 'generating', from: 7, until: 9 },
    ])
    run()
    expect(summaries()).not.toBe(before)
    expect(summaries().get('a')).toMatchObject({ state: 'generating', since: { since: 7, exact: true } })
    expect(summaries().get('b')).toBe(before.get('b'))
    expect(tokens()).toEqual(['a', 'b'])
  })

  test('makes one update of many replies', () => {
    const tokens = Array.from({ length: 200 }, (_, index) => `rental-${index}`)
    const { answer, run, scheduled, summaries, updates } = board(...tokens)
    for (const token of tokens) answer(token)
    answer('rental-0', { status: 'failed' })
    expect(scheduled).toHaveLength(1)
    expect(updates()).toBe(0)
    run()
    expect(updates()).toBe(1)
    expect([...summaries().values()].filter(({ state }) => state === 'ready')).toHaveLength(199)
    answer('rental-0')
    run()
    expect(updates()).toBe(2)
  })

  test('makes no update of a reply that says nothing new', () => {
    const { answer, run, scheduled, summaries, updates } = board('a')
    answer('a', {}, 1)
    run()
    const before = summaries()
    answer('a', {}, 2)
    expect(scheduled).toHaveLength(1)
    run()
    expect(summaries()).toBe(before)
    expect(updates()).toBe(1)
  })

  test('takes no notice of rentals that are not followed, and of other queries', async () => {
    const { answer, check, queryClient, run, stateOf, updates } = board('a')
    answer('elsewhere')
    queryClient.setQueryData(['places', 'a'], 'Creil')
    run()
    expect(updates()).toBe(0)
    expect(stateOf('elsewhere')).toBeUndefined()
    await check('a')(new HttpError(502))
    queryClient.setQueryData(['places', 'a'], 'Nogent-sur-Oise')
    run()
    expect(stateOf('a')).toBe('error')
  })
})

describe('a check that fails', () => {
  test('before any answer shows its error, also while it is checked again', async () => {
    const { check, run, stateOf, summaries } = board('a')
    await check('a')(new NetworkError('refused'))
    const again = check('a')
    run()
    expect(stateOf('a')).toBe('error')
    await again(rentalWith({}))
    run()
    expect(summaries().get('a')).toMatchObject({ state: 'ready', error: undefined, stale: false })
  })

  test('after an answer leaves the data standing, stale until a check succeeds', async () => {
    const { answer, check, run, summaries } = board('a')
    answer('a', { status: 'generating' })
    await check('a')(new HttpError(502))
    run()
    expect(summaries().get('a')).toMatchObject({ state: 'generating', stale: true, error: { status: 502 } })
    const again = check('a')
    run()
    expect(summaries().get('a')).toMatchObject({ stale: true })
    await again(rentalWith({ status: 'generating' }))
    run()
    expect(summaries().get('a')).toMatchObject({ state: 'generating', stale: false, error: undefined })
  })

  test('may find that the rental is gone, and that it is back', async () => {
    const { answer, check, run, stateOf } = board('a')
    answer('a')
    await check('a')(new ApiError(32, 'Location introuvable'))
    run()
    expect(stateOf('a')).toBe('not-found')
    answer('a')
    run()
    expect(stateOf('a')).toBe('ready')
  })
})

describe('the list', () => {
  test('when it grows shows the new at once and leaves the others as they are', () => {
    const { answer, run, stateOf, summaries, tracked, tokens } = board('a')
    answer('a')
    run()
    const before = summaries().get('a')
    answer('b', { status: 'failed' })
    tracked.add([{ token: 'b' }, { token: 'c' }])
    expect(tokens()).toEqual(['a', 'b', 'c'])
    expect(summaries().get('a')).toBe(before)
    expect([stateOf('b'), stateOf('c')]).toEqual(['failed', 'pending'])
  })

  test('when it shrinks forgets the rental and its error', async () => {
    const { check, queryClient, run, stateOf, tracked, tokens } = board('a', 'b')
    await check('a')(new HttpError(502))
    run()
    const removed = tracked.remove(['a'])
    queryClient.removeQueries({ queryKey: [...rentalsKey, 'a'] })
    expect(tokens()).toEqual(['b'])
    tracked.restore(removed)
    expect(stateOf('a')).toBe('pending')
  })

  test('has nothing to show of a reply for what was just removed', () => {
    const { answer, run, tracked, tokens } = board('a', 'b')
    answer('a')
    tracked.remove(['a'])
    run()
    expect(tokens()).toEqual(['b'])
  })

  test('lets go of what is put away, which stays known, and takes it back as it was', () => {
    const { answer, run, tracked, tokens, model } = board('a', 'b')
    for (const token of ['a', 'b']) answer(token, { status: 'downloaded' })
    run()
    const before = model.state.getState().summaries.get('a')
    tracked.edit('a', { archived: true })
    expect(tokens()).toEqual(['b'])
    expect([...model.state.getState().archived.values()]).toEqual([before])
    answer('a', { status: 'failed' }, 1)
    run()
    expect(tokens()).toEqual(['b'])
    expect(model.state.getState().archived.get('a')?.state).toBe('failed')
    tracked.edit('a', { archived: false })
    expect(tokens()).toEqual(['a', 'b'])
    expect(model.state.getState().archived.size).toBe(0)
  })

  test('makes no update when only the storage fails', () => {
    const { tracked, updates } = board('a')
    tracked.state.setState({ saveFailed: true })
    expect(updates()).toBe(0)
  })
})

test('a stopped model hears no more', () => {
  const { answer, model, run, scheduled, tracked, updates } = board('a')
  model.stop()
  answer('a')
  tracked.add([{ token: 'b' }])
  expect(scheduled).toEqual([])
  run()
  expect(updates()).toBe(0)
})

test('a rental is late once others show what is usual, and no longer once it is ready', () => {
  const minute = 60_000
  const others = ['1', '2', '3', '4', '5']
  const { answer, run, summaries } = board('a', ...others)
  answer('a', { status: 'generating' }, 0, [{ status: 'generating', from: 0, until: 17 * minute }])
  run()
  expect(summaries().get('a')?.usualMs).toBeUndefined()
  for (const token of others) {
    const created: History = [
      { status: 'requested', from: 0, until: minute },
      { status: 'generating', from: minute, until: 7 * minute },
      { status: 'ready', from: 7 * minute, until: 17 * minute },
    ]
    answer(token, { status: 'ready' }, 17 * minute, created)
  }
  answer('a', { status: 'generating' }, 17 * minute)
  run()
  expect(summaries().get('a')?.usualMs).toBe(6 * minute)
  answer('a', { status: 'ready' }, 18 * minute)
  run()
  expect(summaries().get('a')?.usualMs).toBeUndefined()
})
