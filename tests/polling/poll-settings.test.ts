import { expect, test } from 'vitest'
import { changeSettings, readSettings } from '../../src/polling/poll-settings.ts'

test('what was never selected is the default', () => {
  expect(readSettings({})).toEqual({ paused: false, pace: 10_000, rate: 2 })
})

test.each([
  [{ rate: 0 }, { rate: 0.2 }],
  [{ rate: -3 }, { rate: 0.2 }],
  [{ rate: 1_000 }, { rate: 10 }],
  [{ rate: Number.NaN }, { rate: 2 }],
  [{ pace: 0 }, { pace: 5_000 }],
  [{ pace: 2 ** 31 }, { pace: 3_600_000 }],
  [{ pace: Number.NaN }, { pace: 10_000 }],
  [{ paused: true }, { paused: true }],
])('%o becomes %o', (change, expected) => {
  expect(readSettings(change)).toMatchObject(expected)
})

test('a change leaves the rest as it was', () => {
  expect(changeSettings({ paused: true, pace: 30_000, rate: 5 }, { pace: 5_000 })).toEqual({
    paused: true,
    pace: 5_000,
    rate: 5,
  })
})
