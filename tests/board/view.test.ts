import { describe, expect, test } from 'vitest'
import { createView } from '../../src/board/view.ts'
import { type RentalState, type TileName, tileOf } from '../../src/rentals/status.ts'

describe('a tile', () => {
  test.each<[RentalState, TileName]>([
    ['requested', 'requested'],
    ['generating', 'generating'],
    ['ready', 'ready'],
    ['failed', 'failed'],
    ['downloaded', 'downloaded'],
    ['unknown', 'other'],
    ['not-found', 'other'],
    ['error', 'other'],
    ['pending', 'other'],
  ])('counts %s under %s', (state, tile) => {
    expect(tileOf(state)).toBe(tile)
  })
})

describe('the filter', () => {
  function open() {
    const view = createView()
    return { ...view, pressed: () => [...view.state.getState().filter] }
  }

  test('holds the tiles that are pressed, until they are pressed again', () => {
    const { toggleTile, pressed } = open()
    toggleTile('ready')
    toggleTile('other')
    expect(pressed()).toEqual(['ready', 'other'])
    toggleTile('ready')
    expect(pressed()).toEqual(['other'])
  })

  test('is a new set at every change, so that the page notices', () => {
    const { toggleTile, state } = open()
    const before = state.getState().filter
    toggleTile('ready')
    expect(state.getState().filter).not.toBe(before)
    expect(before.size).toBe(0)
  })

  test('can be cleared as a whole', () => {
    const { toggleTile, clearFilter, pressed } = open()
    toggleTile('ready')
    toggleTile('failed')
    clearFilter()
    expect(pressed()).toEqual([])
  })

  test('of one board is none of another', () => {
    const first = open()
    first.toggleTile('ready')
    expect(open().pressed()).toEqual([])
  })
})
