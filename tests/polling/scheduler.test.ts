import { describe, expect, test } from 'vitest'
import { closedCircuit } from '../../src/polling/circuit-breaker.ts'
import { decide } from '../../src/polling/scheduler.ts'
import { rulesOf, worldOf } from './records.ts'

const now = 1_000_000
const flying = { startedAt: now - 50, status: 'generating' } as const
const overdue = { status: 'generating', lastDoneAt: 0 } as const
const quiet = { status: 'downloaded', lastDoneAt: 0 } as const
const lost = { ...closedCircuit, streak: 5, firstFailureAt: now - 20_000, lastFailureAt: now - 4_000 }
const refused = { ...closedCircuit, blockedBy: 10, blockedAt: now - 60_000, retryAt: now, refusals: 1 }

describe('whose turn it is', () => {
  test.each([
    ['the only one', [overdue], 'a', 'due'],
    ['the most overdue', [overdue, { ...overdue, lastDoneAt: -30_000 }], 'b', 'due'],
    ['the first followed of those without an answer', [{ trackedAt: 5 }, { trackedAt: 4 }], 'b', 'due'],
    ['the first listed of those followed together', [{}, {}], 'a', 'due'],
    ['one that was asked for', [overdue, { ...quiet, askedAt: now - 1 }], 'b', 'asked'],
    ['the newest ask', [{ askedAt: now - 9 }, { askedAt: now - 3 }, { askedAt: now - 5 }], 'b', 'asked'],
    ['not one that is under way', [{ ...flying, askedAt: now - 1 }, overdue], 'b', 'due'],
  ] as const)('%s', (_, records, token, why) => {
    expect(decide(worldOf(records))).toEqual({ kind: 'poll', token, why })
  })
})

describe('what holds the board', () => {
  test.each([
    ['another tab polls', [overdue], { leading: false }, { until: undefined, why: 'following' }],
    [
      'a server that asked for fewer requests, even for an ask',
      [{ askedAt: 1 }],
      { health: { ...closedCircuit, slowUntil: now + 700 } },
      { until: now + 700, why: 'slowed' },
    ],
    [
      'four requests under way',
      [flying, flying, flying, flying, overdue],
      {},
      { until: undefined, why: 'in-flight' },
    ],
    ['an empty bucket', [overdue], { bucket: { tokens: 0, at: now } }, { until: now + 500, why: 'budget' }],
    ['nothing to do', [quiet], {}, { until: undefined, why: 'nothing-due' }],
    ['nothing followed', [], {}, { until: undefined, why: 'nothing-due' }],
    [
      'nothing due yet',
      [{ status: 'generating', lastDoneAt: now - 2_000 }],
      {},
      { until: now + 10_000, why: 'nothing-due' },
    ],
    ['a pause', [overdue], { rules: rulesOf({ paused: true }) }, { until: undefined, why: 'nothing-due' }],
  ] as const)('%s', (_, records, world, wait) => {
    expect(decide(worldOf(records, world))).toEqual({ kind: 'wait', ...wait })
  })

  test('a wait that is over holds nothing', () => {
    const health = { ...closedCircuit, slowUntil: now }
    expect(decide(worldOf([overdue], { health }))).toMatchObject({ kind: 'poll' })
  })

  test('a pause does not hold what is asked for', () => {
    const world = worldOf([overdue, { askedAt: 5 }], { rules: rulesOf({ paused: true }) })
    expect(decide(world)).toEqual({ kind: 'poll', token: 'b', why: 'asked' })
  })
})

describe('a check brought forward', () => {
  const failing = { fault: 'unanswered', failures: 1, jitter: 1, lastDoneAt: now - 3_000 } as const
  const sound = { status: 'ready', lastDoneAt: now - 20_000 } as const
  const doubt = { ...closedCircuit, streak: 1, lastFailureAt: now - 3_000 }

  test.each([
    ['a sound rental, three seconds after a failure', [failing, sound], { health: doubt }, 'b'],
    ['a finished one where no other is sound', [failing, quiet], { health: doubt }, 'b'],
    ['a failing one where there is no sound one', [failing], { health: doubt }, 'a'],
    [
      'one whose own error is known',
      [failing, { status: 'ready', fault: 'refused', lastDoneAt: now - 20_000 }],
      { health: doubt },
      'b',
    ],
  ] as const)('%s', (_, records, world, token) => {
    expect(decide(worldOf(records, world))).toEqual({ kind: 'poll', token, why: 'early' })
  })

  test.each([
    [
      'within three seconds of the failure',
      { health: { ...doubt, lastFailureAt: now - 1_000 } },
      now + 2_000,
    ],
    ['within three seconds of another request', { health: doubt, lastSentAt: now - 500 }, now + 2_500],
  ] as const)('not %s', (_, world, until) => {
    expect(decide(worldOf([failing, sound], world))).toEqual({ kind: 'wait', until, why: 'nothing-due' })
  })

  test.each([
    ['within a minute while the board is hidden', { health: doubt, rules: rulesOf({}, true) }],
    ['without a failure', {}],
    ['in a pause', { health: doubt, rules: rulesOf({ paused: true }) }],
  ] as const)('not %s', (_, world) => {
    expect(decide(worldOf([failing, sound], world))).toMatchObject({ kind: 'wait' })
  })

  test('never delays what is due', () => {
    const health = { ...doubt, lastFailureAt: now - 10 }
    expect(decide(worldOf([failing, overdue], { health }))).toMatchObject({ token: 'b', why: 'due' })
  })
})

describe('a lost connection', () => {
  test('is probed with the rental that was tried longest ago', () => {
    const world = worldOf([overdue, { ...overdue, lastDoneAt: -1 }, quiet], { health: lost })
    expect(decide(world)).toEqual({ kind: 'poll', token: 'b', why: 'probe' })
  })

  test.each([
    ['one request at a time', [flying, overdue], {}, { until: undefined, why: 'in-flight' }],
    [
      'four seconds after the last failure',
      [overdue],
      { health: { ...lost, lastFailureAt: now - 1_500 } },
      { until: now + 2_500, why: 'nothing-due' },
    ],
    [
      'once a minute while hidden',
      [overdue],
      { rules: rulesOf({}, true) },
      { until: now + 56_000, why: 'nothing-due' },
    ],
    ['not in a pause', [overdue], { rules: rulesOf({ paused: true }) }, { until: undefined }],
    [
      'not at once for an ask from before the last failure',
      [{ ...quiet, askedAt: 5 }],
      { health: { ...lost, lastFailureAt: now - 1_500 } },
      { until: now + 2_500 },
    ],
  ] as const)('%s', (_, records, world, wait) => {
    expect(decide(worldOf(records, { health: lost, ...world }))).toMatchObject({ kind: 'wait', ...wait })
  })

  test.each([
    ['with a finished one too where fewer than five fail', 4, 'e'],
    ['with those that fail where there are five', 5, 'a'],
  ] as const)('is probed %s', (_, count, token) => {
    const failing = Array.from({ length: count }, () => ({ fault: 'unanswered', lastDoneAt: 5 }) as const)
    const world = worldOf([...failing, quiet], { health: lost })
    expect(decide(world)).toEqual({ kind: 'poll', token, why: 'probe' })
  })

  test('is probed at once when the user asks, and when the page comes back', () => {
    const health = { ...lost, lastFailureAt: now - 1_500 }
    expect(decide(worldOf([{ ...quiet, askedAt: now - 1 }], { health }))).toMatchObject({ why: 'asked' })
    expect(decide(worldOf([overdue], { health, wokenAt: now - 1 }))).toMatchObject({ why: 'probe' })
  })
})

describe('a refused account', () => {
  test.each([
    ['with the rental that was tried longest ago', [overdue, { ...overdue, lastDoneAt: -1 }], 'b'],
    ['with the one that is asked for', [overdue, { ...quiet, lastDoneAt: 9, askedAt: 1 }], 'b'],
    ['with a finished one', [quiet], 'a'],
  ] as const)('is tried again %s', (_, records, token) => {
    expect(decide(worldOf(records, { health: refused }))).toEqual({ kind: 'poll', token, why: 'probe' })
  })

  test.each([
    [
      'before its time, even for an ask',
      [{ askedAt: 1 }],
      { health: { ...refused, retryAt: now + 9 } },
      now + 9,
    ],
    ['twice at once', [flying, overdue], { health: refused }, undefined],
    ['in a pause', [overdue], { health: refused, rules: rulesOf({ paused: true }) }, undefined],
    ['without a rental', [], { health: refused }, undefined],
  ] as const)('is not tried %s', (_, records, world, until) => {
    expect(decide(worldOf(records, world))).toMatchObject({ kind: 'wait', until })
  })
})
