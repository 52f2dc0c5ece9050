import { describe, expect, test } from 'vitest'
import { formatLasted } from '../../../src/features/detail/history-section.tsx'
import type { TimelineStep } from '../../../src/rentals/timeline.ts'
import { english, french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'

describe('the time spent in a status', () => {
  const step: TimelineStep = {
    status: 'ready',
    from: 0,
    exact: true,
    lasted: 360_000,
    ended: true,
    gapAfter: undefined,
  }

  test.each<[string, Partial<TimelineStep>, boolean, string, string]>([
    ['seen whole', {}, false, '6 min', '6 min'],
    ['that lasts', { ended: false }, true, '6 min jusqu’ici', '6 min so far'],
    [
      'that is final, as nobody looks any more',
      { status: 'failed', ended: false },
      true,
      'au moins 6 min',
      'at least 6 min',
    ],
    ['whose beginning nobody saw', { exact: false }, false, 'au moins 6 min', 'at least 6 min'],
    [
      'that lasts, whose beginning nobody saw',
      { exact: false, ended: false },
      true,
      'au moins 6 min',
      'at least 6 min',
    ],
    ['whose end nobody saw', { ended: false, gapAfter: 1 }, false, 'au moins 6 min', 'at least 6 min'],
    ['seen by one look', { ended: false, lasted: 0 }, true, 'inconnue', 'unknown'],
    ['that a colleague saw within its second', { ended: false, lasted: 0.4 }, true, 'inconnue', 'unknown'],
  ])('%s', (_, change, isLast, inFrench, inEnglish) => {
    expect(withPlainSpaces(formatLasted({ ...step, ...change }, isLast, french))).toBe(inFrench)
    expect(withPlainSpaces(formatLasted({ ...step, ...change }, isLast, english))).toBe(inEnglish)
  })
})
