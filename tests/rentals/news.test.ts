import { expect, test } from 'vitest'
import type { Missing } from '../../src/polling/check.ts'
import { appendHistory, type History } from '../../src/polling/history.ts'
import { latestNews, MAX_NEWS_LINES } from '../../src/rentals/news.ts'
import type { RentalStatus } from '../../src/rentals/status.ts'

const minute = 60_000

function seen(...looks: [RentalStatus, number][]): History {
  return looks.reduce<History>((history, [status, at]) => appendHistory(history, status, at * minute), [])
}

function newsOf(history: History | undefined, missing?: Missing) {
  return latestNews(['a'], { history: () => history, missing: () => missing })
}

test.each<[string, History | undefined, object[]]>([
  ['what was never looked at', undefined, []],
  ['a rental that was ready when it was added', seen(['ready', 0], ['ready', 9]), []],
  ['one that is requested, then in creation', seen(['requested', 0], ['generating', 1]), []],
  ['one that became ready in sight', seen(['generating', 0], ['ready', 1]), [{ to: 'ready', at: minute }]],
  ['one that failed in sight', seen(['generating', 0], ['failed', 1]), [{ to: 'failed', at: minute }]],
  [
    'one that became ready while nobody looked',
    seen(['generating', 0], ['generating', 2], ['ready', 9]),
    [{ to: 'ready', at: 9 * minute, after: 2 * minute }],
  ],
  [
    'one that was fetched while nobody looked',
    seen(['generating', 0], ['ready', 1], ['downloaded', 60]),
    [
      { to: 'downloaded', at: 60 * minute, after: minute },
      { to: 'ready', at: minute },
    ],
  ],
])('%s', (_, history, lines) => {
  expect(newsOf(history)).toEqual(lines.map(line => ({ token: 'a', ...line })))
})

test.each<[string, Missing, object]>([
  ['at the next look', { from: 9 * minute, foundUntil: 8 * minute }, { at: 9 * minute }],
  ['while nobody looked', { from: 99 * minute, foundUntil: minute }, { at: 99 * minute, after: minute }],
])('a rental that went missing %s', (_, missing, line) => {
  expect(newsOf(seen(['ready', 0]), missing)).toEqual([{ token: 'a', to: 'not-found', ...line }])
})

test('the news of all rentals come latest first, and as many as are listed', () => {
  const tokens = Array.from({ length: MAX_NEWS_LINES + 9 }, (_, index) => String(index))
  const lines = latestNews(tokens, {
    history: token => seen(['generating', 0], ['ready', 1 + Number(token) / 100]),
    missing: () => undefined,
  })
  expect(lines.map(({ token }) => token)).toEqual(tokens.toReversed().slice(0, MAX_NEWS_LINES))
})
