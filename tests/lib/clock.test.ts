import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createClock } from '../../src/lib/clock.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const START_MS = Date.UTC(2026, 10, 23, 9)

/** A clock over hands that the test moves: `wall` in ms since 1970, `monotonic` in ms since the page opened. */
function clockwork() {
  const hands = { wall: START_MS, monotonic: 250 }
  const clock = createClock(
    () => hands.wall,
    () => hands.monotonic,
  )
  return {
    clock,
    move(byWall: number, byMonotonic = byWall) {
      hands.wall += byWall
      hands.monotonic += byMonotonic
      return clock() - START_MS
    },
  }
}

describe('the clock', () => {
  test('starts at the time on the wall', () => {
    expect(clockwork().clock()).toBe(START_MS)
  })

  test('goes with the wall clock and with the monotonic clock', () => {
    expect(clockwork().move(1_234)).toBe(1_234)
  })

  test('counts eight hours of sleep in which the monotonic clock stood still', () => {
    const { move } = clockwork()
    expect(move(8 * HOUR_MS, 0)).toBe(8 * HOUR_MS)
    expect(move(1_000)).toBe(8 * HOUR_MS + 1_000)
  })

  test('goes on at its pace after the wall clock was set back a day', () => {
    const { move } = clockwork()
    expect(move(60_000)).toBe(60_000)
    expect(move(10 - DAY_MS, 10)).toBe(60_010)
    expect(move(5_000)).toBe(65_010)
    expect(move(DAY_MS)).toBe(DAY_MS + 65_010)
  })

  test('jumps forward with the wall clock, and once only', () => {
    const { move } = clockwork()
    expect(move(2 * HOUR_MS + 100, 100)).toBe(2 * HOUR_MS + 100)
    expect(move(100)).toBe(2 * HOUR_MS + 200)
  })

  test('stays ahead when a wall clock set forward is set back again', () => {
    const { move } = clockwork()
    expect(move(HOUR_MS, 0)).toBe(HOUR_MS)
    expect(move(-HOUR_MS, 0)).toBe(HOUR_MS)
    expect(move(1_000)).toBe(HOUR_MS + 1_000)
  })

  test('stands still while a wall clock set back by less than a second catches up', () => {
    const { move } = clockwork()
    expect(move(900, 0)).toBe(900)
    expect(move(-500, 100)).toBe(900)
    expect(move(600, 600)).toBe(1_000)
  })

  test.each<[string, readonly (readonly [number, number])[], number, readonly (readonly [number, number])[]]>(
    [
      [
        'opened two hours ahead: all since then moves',
        [[HOUR_MS, HOUR_MS]],
        -2 * HOUR_MS,
        [
          [-2 * HOUR_MS, -2 * HOUR_MS],
          [0, -2 * HOUR_MS],
          [HOUR_MS, -HOUR_MS],
        ],
      ],
      [
        'set ahead for a while: what was recorded before does not move',
        [
          [HOUR_MS, HOUR_MS],
          [2 * HOUR_MS, 0],
          [60_000, 60_000],
        ],
        -2 * HOUR_MS,
        [
          [HOUR_MS - 1, HOUR_MS - 1],
          [3 * HOUR_MS + 1, HOUR_MS + 1],
        ],
      ],
      [
        'ahead when it opened, and asleep since: all moves',
        [
          [60_000, 60_000],
          [8 * HOUR_MS, 0],
        ],
        -2 * HOUR_MS,
        [
          [30_000, 30_000 - 2 * HOUR_MS],
          [8 * HOUR_MS, 6 * HOUR_MS],
        ],
      ],
      ['set back a day: so does what is shown', [[HOUR_MS, HOUR_MS]], -DAY_MS, [[HOUR_MS, HOUR_MS - DAY_MS]]],
      [
        'and stored before it opened, in what is the future now: that moves, too',
        [[60_000, 60_000]],
        -2 * HOUR_MS,
        [
          [-HOUR_MS, -3 * HOUR_MS],
          [-2 * HOUR_MS, -2 * HOUR_MS],
        ],
      ],
    ],
  )('follows a wall clock that is set back when asked to: %s', (_, moves, back, times) => {
    const { move, clock } = clockwork()
    for (const [byWall, byMonotonic] of moves) move(byWall, byMonotonic)
    const wall = moves.reduce((sum, [byWall]) => sum + byWall, back)
    move(back, 0)
    const correction = clock.correct()
    expect(clock() - START_MS).toBe(wall)
    for (const [before, after] of times) expect((correction?.(START_MS + before) ?? 0) - START_MS).toBe(after)
    expect(clock.correct()).toBeUndefined()
    expect(move(1_000)).toBe(wall + 1_000)
  })

  test.each([
    ['was never set', [[HOUR_MS, HOUR_MS]]],
    ['jumped forward', [[2 * HOUR_MS, 0]]],
    ['was set back by less than a second', [[-900, 0]]],
    ['slept', [[8 * HOUR_MS, 1_000]]],
  ] as const)('has nothing to correct when it %s', (_, moves) => {
    const { move, clock } = clockwork()
    for (const [byWall, byMonotonic] of moves) move(byWall, byMonotonic)
    expect(clock.correct()).toBeUndefined()
  })

  test('sleeps after the wall clock was set back, and still counts the sleep', () => {
    const { move } = clockwork()
    move(-DAY_MS, 0)
    expect(move(8 * HOUR_MS, 0)).toBe(8 * HOUR_MS)
  })

  test.each([
    ['the wall clock is a whole number', (time: number) => Math.floor(time), (time: number) => time],
    [
      'the monotonic clock is in tenths',
      (time: number) => time,
      (time: number) => Math.round(time * 10) / 10,
    ],
    ['both are rounded to 100 ms', roundedTo100, roundedTo100],
  ])('does not drift over 100,000 readings where %s', (_, wallHand, monotonicHand) => {
    let elapsed = 0
    const clock = createClock(
      () => START_MS + wallHand(elapsed),
      () => monotonicHand(elapsed),
    )
    for (let reading = 0; reading < 100_000; reading += 1) {
      elapsed += 7.3
      clock()
    }
    expect(Math.abs(clock() - START_MS - elapsed)).toBeLessThan(101)
  })

  test('never goes back, whatever its two clocks do', () => {
    const step = fc.oneof(
      fc.integer({ min: -2 * DAY_MS, max: 2 * DAY_MS }),
      fc.integer({ min: -900, max: 900 }),
    )
    const pause = fc.oneof(fc.nat(DAY_MS), fc.nat(100))
    fc.assert(
      fc.property(fc.array(fc.tuple(step, pause), { minLength: 1 }), steps => {
        const { move } = clockwork()
        const times = steps.map(([byWall, byMonotonic]) => move(byWall, byMonotonic))
        expect(times).toEqual(times.toSorted((a, b) => a - b))
      }),
    )
  })

  test('runs at least as fast as the monotonic clock', () => {
    const step = fc.integer({ min: -2 * DAY_MS, max: 2 * DAY_MS })
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat(DAY_MS))), steps => {
        const { move } = clockwork()
        const watched = steps.reduce((sum, [, byMonotonic]) => sum + byMonotonic, 0)
        for (const [byWall, byMonotonic] of steps) move(byWall, byMonotonic)
        expect(move(0)).toBeGreaterThanOrEqual(watched)
      }),
    )
  })

  test('reads the browser by default', () => {
    const before = Date.now()
    expect(createClock()()).toBeGreaterThanOrEqual(before)
  })
})

function roundedTo100(time: number): number {
  return Math.round(time / 100) * 100
}
