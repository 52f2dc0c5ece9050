import { expect, test } from 'vitest'
import { closedCircuit } from '../../src/polling/circuit-breaker.ts'
import { dueAt } from '../../src/polling/due-time.ts'
import { recordOf, rulesOf } from './records.ts'

const calm = { rules: rulesOf(), health: closedCircuit, slowdown: 1 }

test('a first check is due since the rental is followed', () => {
  expect(dueAt(recordOf({ trackedAt: 123 }), calm)).toBe(123)
})

test.each(['failed', 'downloaded'] as const)('%s is never due by itself', status => {
  expect(dueAt(recordOf({ status, lastDoneAt: 0 }), calm)).toBeUndefined()
})

test('is due half an interval to one and a half after the latest check, always at the same moment', () => {
  for (let order = 0; order < 200; order++) {
    const first = dueAt(recordOf({ order, status: 'generating', lastDoneAt: 1_000_003 }), calm) ?? 0
    expect(first - 1_000_003).toBeGreaterThanOrEqual(5_000)
    expect(first - 1_000_003).toBeLessThan(15_001)
    const second = dueAt(recordOf({ order, status: 'generating', lastDoneAt: first + 900 }), calm)
    expect(second).toBe(first + 10_000)
  }
})

test('rentals checked together drift apart: no second gets more than twice its share', () => {
  const dues = Array.from({ length: 600 }, (_, order) =>
    dueAt(recordOf({ order, status: 'ready', lastDoneAt: 1_000_000 }), calm),
  )
  const counts = new Map<number, number>()
  for (const at of dues) {
    const second = Math.floor((at ?? 0) / 1_000)
    counts.set(second, (counts.get(second) ?? 0) + 1)
  }
  expect(Math.max(...counts.values())).toBeLessThanOrEqual(20)
})

test.each([
  { slowdown: 50, ms: 500_000 },
  { slowdown: 1.5, ms: 15_000 },
  { slowdown: 10_000, ms: 3_600_000 },
])('slowed by $slowdown, a check follows $ms ms after the latest', ({ slowdown, ms }) => {
  expect(dueAt(recordOf({ status: 'generating', lastDoneAt: 7 }), { ...calm, slowdown })).toBe(7 + ms)
})

test.each([
  { failures: 1, jitter: 1, hidden: false, ms: 10_000 },
  { failures: 3, jitter: 0.5, hidden: false, ms: 20_000 },
  { failures: 1, jitter: 1, hidden: true, ms: 60_000 },
  { failures: 9, jitter: 1, hidden: true, ms: 300_000 },
])('no answer $failures times, hidden $hidden: again after $ms ms', ({ failures, jitter, hidden, ms }) => {
  const record = recordOf({ status: 'generating', fault: 'unanswered', failures, jitter, lastDoneAt: 100 })
  expect(dueAt(record, { ...calm, rules: rulesOf({}, hidden) })).toBe(100 + ms)
})

test('a finished rental whose asked check got no answer is tried again', () => {
  const record = recordOf({
    status: 'downloaded',
    fault: 'unanswered',
    failures: 1,
    jitter: 1,
    lastDoneAt: 100,
  })
  expect(dueAt(record, calm)).toBe(10_100)
})

test.each([
  { recoveredAt: 5_000, due: 5_000 },
  { recoveredAt: 50, due: 300_100 },
  { recoveredAt: undefined, due: 300_100 },
])('backed off at 100, connection back at $recoveredAt: due at $due', ({ recoveredAt, due }) => {
  const record = recordOf({ fault: 'unanswered', failures: 9, jitter: 1, lastDoneAt: 100 })
  expect(dueAt(record, { ...calm, health: { ...closedCircuit, recoveredAt } })).toBe(due)
})

test('a change of visibility counts at once', () => {
  const record = recordOf({ status: 'generating', lastDoneAt: 600_000 })
  const hidden = dueAt(record, { ...calm, rules: rulesOf({}, true) }) ?? 0
  expect(hidden).toBeGreaterThanOrEqual(630_000)
  expect(dueAt(record, calm)).toBeLessThanOrEqual(615_000)
})
