import { describe, expect, test } from 'vitest'
import { listItems } from '../../../src/features/list/list-items.ts'
import { linesOf, planFlip } from '../../../src/features/list/use-flip.ts'
import type { Group } from '../../../src/rentals/groups.ts'

const ROW_PX = 72
const HEADING_PX = 48

/** The lines of groups in the wide layout, where a row is 72 pixels high and a heading 48. */
function lines(groups: Readonly<Record<string, string>>) {
  const named: Group[] = (['collect', 'attention', 'underway', 'finished'] as const).flatMap(name => {
    const tokens = groups[name]?.split(' ')
    return tokens ? [{ name, tokens }] : []
  })
  return linesOf(listItems(named, false), { name: 'wide', rem: 16 })
}

function shifts(plan: ReturnType<typeof planFlip>) {
  return Object.fromEntries(plan.shifts)
}

const all = { top: -200, bottom: 2_000 }

describe('the lines of a list', () => {
  test('stand one below the other', () => {
    expect(Object.fromEntries(lines({ collect: 'a b', underway: 'c' }))).toEqual({
      'group collect': { top: 0, bottom: HEADING_PX },
      'rental a': { top: HEADING_PX, bottom: HEADING_PX + ROW_PX },
      'rental b': { top: HEADING_PX + ROW_PX, bottom: HEADING_PX + 2 * ROW_PX },
      'group underway': { top: HEADING_PX + 2 * ROW_PX, bottom: 2 * HEADING_PX + 2 * ROW_PX },
      'rental c': { top: 2 * HEADING_PX + 2 * ROW_PX, bottom: 2 * HEADING_PX + 3 * ROW_PX },
    })
  })
})

describe('a change of order', () => {
  test('that moves nothing asks for nothing', () => {
    const same = lines({ collect: 'a b' })
    expect(planFlip(same, lines({ collect: 'a b' }), all)).toEqual({ scroll: 0, shifts: new Map() })
  })

  test('lets the row that rises and those that make room flip', () => {
    const plan = planFlip(
      lines({ collect: 'a', underway: 'b c d' }),
      lines({ collect: 'a c', underway: 'b d' }),
      all,
    )
    expect(plan.scroll).toBe(0)
    expect(shifts(plan)).toEqual({
      'rental c': HEADING_PX + 2 * ROW_PX - ROW_PX,
      'group underway': -ROW_PX,
      'rental b': -ROW_PX,
    })
  })

  test('says nothing of a line that was not there before', () => {
    const plan = planFlip(lines({ underway: 'a' }), lines({ collect: 'b', underway: 'a' }), all)
    expect(shifts(plan)).toEqual({
      'group underway': -(HEADING_PX + ROW_PX),
      'rental a': -(HEADING_PX + ROW_PX),
    })
  })

  test('leaves out of view what is out of view', () => {
    const view = { top: -200, bottom: HEADING_PX + ROW_PX }
    const plan = planFlip(lines({ underway: 'a b c d e' }), lines({ underway: 'a c b e d' }), view)
    expect(shifts(plan)).toEqual({})
  })

  test('lets a row that comes from afar come from the edge of the screen', () => {
    const tokens = Array.from({ length: 100 }, (_, index) => `t${index}`)
    const view = { top: 0, bottom: 500 }
    const last = tokens.at(-1) ?? ''
    const plan = planFlip(
      lines({ underway: tokens.join(' ') }),
      lines({ collect: last, underway: tokens.slice(0, -1).join(' ') }),
      view,
    )
    expect(plan.shifts.get(`rental ${last}`)).toBe(500)
  })

  test.each([
    ['above what is in view scrolls along with it', 'a b c d e f g h', 'h a b c d e f g', ROW_PX],
    ['below what is in view scrolls nothing', 'a b c d e f g h', 'a b c d e f h g', 0],
  ])('%s', (_, before, after, scroll) => {
    const view = { top: HEADING_PX + 2 * ROW_PX, bottom: HEADING_PX + 5 * ROW_PX }
    const plan = planFlip(lines({ underway: before }), lines({ underway: after }), view)
    expect(plan.scroll).toBe(scroll)
    expect(shifts(plan)).toEqual({})
  })

  test('keeps most of what is in view in place, and lets the rest close the gap', () => {
    const view = { top: HEADING_PX, bottom: HEADING_PX + 4 * ROW_PX }
    const before = lines({ underway: 'a b c d e f' })
    const plan = planFlip(before, lines({ collect: 'd', underway: 'a b c e f' }), view)
    expect(plan.scroll).toBe(HEADING_PX + ROW_PX)
    expect(shifts(plan)).toEqual({ 'rental d': HEADING_PX + 4 * ROW_PX, 'rental e': ROW_PX })
  })
})
