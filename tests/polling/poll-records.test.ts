import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closedCircuit } from '../../src/polling/circuit-breaker.ts'
import { dueAt, dueNotBefore } from '../../src/polling/due-time.ts'
import type { PollRecord } from '../../src/polling/poll-record.ts'
import { createPollRecords } from '../../src/polling/poll-records.ts'
import { nextCheck } from '../../src/polling/scheduler.ts'
import { knownStatuses } from '../../src/rentals/status.ts'
import { recordOf, rulesOf, worldOf } from './records.ts'

describe('the records', () => {
  test('know who is under way and who was asked for last', () => {
    const records = createPollRecords([recordOf({ token: 'a', askedAt: 1 }), recordOf({ token: 'b' })])
    expect(records.newestAsk()?.token).toBe('a')
    records.set(recordOf({ token: 'b', askedAt: 2 }))
    expect(records.newestAsk()?.token).toBe('b')
    records.set(recordOf({ token: 'b', askedAt: 2, startedAt: 3 }))
    expect([...records.underWay]).toEqual(['b'])
    expect(records.newestAsk()?.token).toBe('a')
    records.set(recordOf({ token: 'a' }))
    expect(records).toMatchObject({ isAnyAsked: true, size: 2 })
    records.delete('b')
    expect(records).toMatchObject({ isAnyAsked: false, size: 1 })
    expect(records.underWay.size).toBe(0)
    expect(records.newestAsk()).toBeUndefined()
  })

  test('stand in lanes by kind, longest unchecked first, and keep their place while they are asked for', () => {
    const checked = (token: string, lastDoneAt: number, change: Partial<PollRecord> = {}) =>
      recordOf({ token, status: 'ready', lastDoneAt, ...change })
    const records = createPollRecords([
      checked('a', 9),
      checked('b', 5),
      checked('c', 5),
      recordOf({ token: 'd' }),
    ])
    const lanes = () =>
      [...records.queues()].map(lane => [...lane.inOrder()].map(({ token }) => token).join(' '))
    expect(lanes()).toEqual(['b c a', 'd'])
    records.set(checked('b', 5, { askedAt: 7, startedAt: 8 }))
    expect(lanes()).toEqual(['b c a', 'd'])
    records.set(checked('b', 10))
    records.set(checked('d', 11))
    expect(lanes()).toEqual(['c a b d'])
    records.delete('a')
    records.set(checked('c', 12, { fault: 'not-found' }))
    expect(lanes()).toEqual(['b d', 'c'])
  })
})

/** Rentals that were followed, asked for, checked, sent and forgotten, one after the other. */
const events = fc.array(
  fc.tuple(
    fc.nat(30),
    fc.option(
      fc.record({
        status: fc.constantFrom('pending', ...knownStatuses, 'unknown'),
        fault: fc.constantFrom('unanswered', 'not-found', 'refused', undefined),
        failures: fc.integer({ min: 1, max: 6 }),
        jitter: fc.double({ min: 0, max: 1, noNaN: true }),
        trackedAt: fc.nat(3_000_000),
        lastDoneAt: fc.option(fc.nat(3_000_000), { nil: undefined }),
        askedAt: fc.option(fc.nat(20), { nil: undefined, freq: 2 }),
        startedAt: fc.option(fc.nat(20), { nil: undefined, freq: 4 }),
      }),
      { freq: 10 },
    ),
  ),
  { maxLength: 80 },
)

function recordsAfter(events: readonly [number, Partial<PollRecord> | null][], isAsking: boolean) {
  const records = createPollRecords()
  for (const [order, change] of events) {
    const token = String(order)
    if (change === null) records.delete(token)
    else records.set(recordOf({ token, order, ...change, ...(!isAsking && { askedAt: undefined }) }))
  }
  return { records, all: [...records.values()], idle: [...records.values()].filter(isIdle) }
}

function isIdle({ startedAt }: PollRecord): boolean {
  return startedAt === undefined
}

describe('whatever happened to the rentals', () => {
  test('each stands in the lane of its kind, in order', () => {
    fc.assert(
      fc.property(events, events => {
        const { records, all } = recordsAfter(events, true)
        const lanes = [...records.queues()].map(lane => ({ lane, members: [...lane.inOrder()] }))
        const byToken = (records: readonly PollRecord[]) =>
          records.toSorted((a, b) => a.order - b.order || 0).map(({ token }) => token)
        expect(byToken(lanes.flatMap(({ members }) => members))).toEqual(byToken(all))
        for (const { lane, members } of lanes) {
          expect(lane.size).toBe(members.length)
          expect(members.every(({ status, fault }) => status === lane.status && fault === lane.fault)).toBe(
            true,
          )
          const moments = members.map(({ lastDoneAt, trackedAt }) => lastDoneAt ?? trackedAt)
          expect(moments).toEqual(moments.toSorted((a, b) => a - b))
        }
      }),
    )
  })

  test('the newest ask and those under way are the ones that a look at all of them finds', () => {
    fc.assert(
      fc.property(events, events => {
        const { records, all, idle } = recordsAfter(events, true)
        const asks = idle.flatMap(({ askedAt }) => askedAt ?? [])
        expect(records.newestAsk()?.askedAt).toBe(asks.length === 0 ? undefined : Math.max(...asks))
        expect(records.isAnyAsked).toBe(all.some(({ askedAt }) => askedAt !== undefined))
        expect(records.underWay).toEqual(
          new Set(all.filter(record => !isIdle(record)).map(({ token }) => token)),
        )
      }),
    )
  })

  test('the next turn comes when a look at all of them finds the first one due', () => {
    const rules = fc
      .tuple(fc.boolean(), fc.constantFrom(5_000, 10_000, 60_000))
      .map(([hidden, pace]) => rulesOf({ pace }, hidden))
    const recoveredAt = fc.option(fc.nat(3_000_000), { nil: undefined })
    fc.assert(
      fc.property(
        events,
        rules,
        recoveredAt,
        fc.constantFrom(1, 1.5, 40),
        (events, rules, recoveredAt, slowdown) => {
          const { records, idle } = recordsAfter(events, false)
          const health = { ...closedCircuit, recoveredAt }
          const world = worldOf([], { records, rules, slowdown, health })
          const times = idle.flatMap(record => dueAt(record, world) ?? [])
          expect(nextCheck(world)?.at).toBe(times.length === 0 ? undefined : Math.min(...times))
          for (const record of idle) {
            expect(dueNotBefore(record, world)).toBeLessThanOrEqual(dueAt(record, world) ?? Infinity)
          }
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
