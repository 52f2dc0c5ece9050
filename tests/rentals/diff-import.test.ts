import { describe, expect, test } from 'vitest'
import { diffImport } from '../../src/rentals/diff-import.ts'
import type { TrackedRental } from '../../src/rentals/tracked-rental.ts'
import type { NewRental } from '../../src/rentals/tracked-store.ts'

const oise: TrackedRental = { token: 'a', name: 'Oise', tags: ['Été'], addedAt: 1, place: 2 }
const nameless: TrackedRental = { token: 'b', tags: [], addedAt: 1, place: 3 }
const rentals = new Map([oise, nameless].map(rental => [rental.token, rental]))

describe('taking over what is followed already', () => {
  test.each<[string, NewRental, TrackedRental]>([
    ['replaces the name', { token: 'a', name: 'Aisne' }, { ...oise, name: 'Aisne' }],
    ['gives a name', { token: 'b', name: 'Aisne' }, { ...nameless, name: 'Aisne' }],
    ['adds tags', { token: 'a', tags: ['mai', 'juin'] }, { ...oise, tags: ['Été', 'mai', 'juin'] }],
    ['spells a tag as the list does', { token: 'b', tags: ['ete'] }, { ...nameless, tags: ['Été'] }],
  ])('%s', (_, incoming, to) => {
    expect(diffImport([incoming], rentals)).toEqual({
      changes: [{ from: rentals.get(incoming.token), to }],
      leftOut: 0,
    })
  })

  test.each<[string, NewRental]>([
    ['the same name', { token: 'a', name: 'Oise' }],
    ['no name', { token: 'a' }],
    ['tags that it has', { token: 'a', tags: ['été'] }],
    ['a token that is not followed', { token: 'c', name: 'Aisne' }],
  ])('changes nothing by %s', (_, incoming) => {
    expect(diffImport([incoming], rentals)).toEqual({ changes: [], leftOut: 0 })
  })

  test('counts the tags beyond the fiftieth', () => {
    const tags = Array.from({ length: 62 }, (_, index) => `tag ${index}`)
    const { changes, leftOut } = diffImport([{ token: 'b', tags }], rentals)
    expect(changes.map(({ to }) => to.tags)).toEqual([tags.slice(0, 50)])
    expect(leftOut).toBe(12)
  })
})
