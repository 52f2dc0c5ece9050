import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTeamRentals, serializeTeamRental, type TeamRental } from '../../src/rentals/team-rental.ts'
import type { TrackedRental } from '../../src/rentals/tracked-rental.ts'
import { change, newTeamRental, recordEdit, toTracked } from '../../src/team/team-edits.ts'

const first: TrackedRental = { token: 't', tags: ['mai'], addedAt: 1, place: 0, name: 'Oise' }
const added = newTeamRental(first, { at: 1, by: 'a' }, { at: 1, by: 'a' })

/** What one board has: its list, and what it knows of the team's. */
type Board = { own: TrackedRental | undefined; rental: TeamRental }

type Step = { board: number } & (
  | { do: 'name' | 'tag' | 'untag'; word: string }
  | { do: 'remove' | 'restore' | 'read' | 'write' }
)

const board = fc.nat(2)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ board, do: fc.constant('name' as const), word: fc.constantFrom('Oise', 'Aisne', 'Marne') }),
  fc.record({
    board,
    do: fc.constantFrom('tag' as const, 'untag' as const),
    word: fc.constantFrom('mai', 'juin'),
  }),
  fc.record({ board, do: fc.constantFrom('remove' as const, 'restore' as const) }),
  fc.record({ board, do: fc.constantFrom('read' as const, 'write' as const) }),
)

/** What a person at the board makes of the rental; undefined once it is removed. */
function changed(own: TrackedRental | undefined, step: Step): TrackedRental | undefined {
  if (step.do === 'remove') return undefined
  if (step.do === 'restore') return own ?? first
  if (own === undefined || !('word' in step)) return own
  if (step.do === 'name') return { ...own, name: step.word }
  const others = own.tags.filter(tag => tag !== step.word)
  return { ...own, tags: step.do === 'tag' ? [...others, step.word] : others }
}

test('boards that write over each other’s file end alike, with the last change of each thing', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      const boards: Board[] = Array.from({ length: 3 }, () => ({ own: first, rental: added }))
      let file = added
      /** The last change of each thing, as it was made. */
      const last = { name: added.name, tracked: added.tracked, tags: { ...added.tags } }

      function take(board: Board, next: Step['do']) {
        if (next === 'write') file = board.rental
        if (next !== 'read') return
        board.rental = mergeTeamRentals(board.rental, file)
        board.own = toTracked(board.rental, board.own, 0)
      }

      for (const [at, next] of steps.entries()) {
        const board = boards[next.board]
        if (board === undefined) continue
        const after = changed(board.own, next)
        const before = board.rental
        board.rental = recordEdit(before, board.own, after, { at: at + 2, by: String(next.board) })
        board.own = after && toTracked(board.rental, after, 0)
        const { name, tracked, tags } = board.rental
        if (name !== before.name) last.name = name
        if (tracked !== before.tracked) last.tracked = tracked
        for (const [tag, value] of Object.entries(tags)) {
          if (value !== before.tags[tag]) last.tags[tag] = value
        }
        take(board, next.do)
      }
      for (let round = 0; round < 2; round += 1) {
        for (const board of boards) {
          take(board, 'read')
          take(board, 'write')
        }
      }
      for (const { own, rental } of boards) {
        expect(serializeTeamRental(rental)).toBe(serializeTeamRental(file))
        expect(own?.name).toBe(last.tracked.value ? last.name?.value : undefined)
        const tags = Object.keys(last.tags).filter(tag => last.tags[tag]?.value)
        expect([...(own?.tags ?? [])].sort()).toEqual(last.tracked.value ? tags.sort() : [])
      }
    }),
    { numRuns: 500 },
  )
})

test('a change is later than what it replaces, however far ahead that was', () => {
  expect(change({ at: 9_000, by: 'a' }, 'x', { at: 5, by: 'b' })).toEqual({ value: 'x', at: 9_001, by: 'b' })
})

test('a rental that is added anew takes what the team knows of it, but for what comes with it', () => {
  const removed = recordEdit(added, first, undefined, { at: 5, by: 'a' })
  expect(toTracked(removed, undefined, 0)).toBeUndefined()
  const bare = { token: 't', tags: [], addedAt: 9, place: 0 }
  const back = recordEdit(removed, undefined, bare, { at: 9, by: 'b' })
  expect(toTracked(back, bare, 0)).toMatchObject({ name: 'Oise', tags: ['mai'], addedAt: 9 })
  const named = recordEdit(removed, undefined, { ...bare, name: 'Aisne' }, { at: 9, by: 'b' })
  expect(toTracked(named, bare, 0)?.name).toBe('Aisne')
})
