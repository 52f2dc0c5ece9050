import { expect, test } from 'vitest'
import type { History } from '../../src/polling/history.ts'
import { withSights } from '../../src/team/team-sights.ts'

const own: History = [
  { status: 'generating', from: 100, until: 200 },
  { status: 'ready', from: 500, until: 600 },
]

test('a status that another board saw earlier began then', () => {
  expect(withSights(own, { ready: { at: 300, exact: false } })).toEqual([
    { status: 'generating', from: 100, until: 200 },
    { status: 'ready', from: 300, until: 600 },
  ])
})

test('whoever saw it begin had seen until then what was before', () => {
  expect(withSights(own, { ready: { at: 300, exact: true } })).toEqual([
    { status: 'generating', from: 100, until: 300 },
    { status: 'ready', from: 300, until: 600 },
  ])
})

test('what others saw before this board looked is added', () => {
  const seen = { generating: { at: 50, exact: true }, requested: { at: 10, exact: false } }
  expect(withSights(own, seen)).toEqual([
    { status: 'requested', from: 10, until: 50 },
    { status: 'generating', from: 50, until: 200 },
    { status: 'ready', from: 500, until: 600 },
  ])
})

test('a later sight, and one that contradicts the order, change nothing', () => {
  const seen = { generating: { at: 150, exact: true }, failed: { at: 300, exact: true } }
  expect(withSights(own, seen)).toEqual(own)
  expect(withSights(own, { ready: { at: 50, exact: false } })[1]?.from).toBe(200)
  expect(withSights([], seen)).toEqual([])
})
