import { afterEach, describe, expect, test } from 'vitest'
import { clearFilter, type TileName, tileOf, toggleTile, viewStore } from '../../src/board/view-store.ts'
import type { RentalState } from '../../src/rentals/status.ts'

afterEach(clearFilter)

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
  const pressed = () => [...viewStore.getState().filter]

  test('holds the tiles that are pressed, until they are pressed again', () => {
    toggleTile('ready')
    toggleTile('other')
    expect(pressed()).toEqual(['ready', 'other'])
    toggleTile('ready')
    expect(pressed()).toEqual(['other'])
  })

  test('is a new set at every change, so that the page notices', () => {
    const before = viewStore.getState().filter
    toggleTile('ready')
    expect(viewStore.getState().filter).not.toBe(before)
    expect(before.size).toBe(0)
  })

  test('can be cleared as a whole', () => {
    toggleTile('ready')
    toggleTile('failed')
    clearFilter()
    expect(pressed()).toEqual([])
  })
})
