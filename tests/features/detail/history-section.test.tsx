import { render, screen } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { createApiKeyStore } from '../../../src/api/api-key.ts'
import { parseReply } from '../../../src/api/parse-reply.ts'
import { createBoard } from '../../../src/app/create-board.ts'
import { BoardContext } from '../../../src/board/board-context.ts'
import { createPreferences } from '../../../src/board/preferences.ts'
import { HistorySection } from '../../../src/features/detail/history-section.tsx'
import { I18nContext } from '../../../src/i18n/i18n.ts'
import { memoryStorage } from '../../../src/lib/browser-storage.ts'
import { now } from '../../../src/lib/clock.ts'
import type { History } from '../../../src/polling/history.ts'
import { createTrackedStore } from '../../../src/rentals/tracked-store.ts'
import { sample } from '../../api/samples.ts'
import { french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'

const minute = 60_000
/** Noon of the day before the day before: nothing is then seen in the future. */
const noon = new Date(Date.now() - 48 * 60 * minute).setHours(12, 0, 0, 0)
const day = withPlainSpaces(french.f.day(noon))

/** The lines of the history, of a rental that was seen so before and is not answered now. */
function linesOf(history: History): readonly string[] {
  const raw = sample('status-reply', 'json')
  const reply = { rental: parseReply(raw), raw, at: noon }
  const tracked = createTrackedStore(memoryStorage(), now)
  tracked.add([{ token: 'a' }])
  const board = createBoard({
    isDemo: false,
    stored: {
      tracked,
      storage: undefined,
      checks: new Map([['a', { reply, failures: 0, jitter: 0, history }]]),
    },
    apiKey: createApiKeyStore(undefined, undefined),
    preferences: createPreferences(undefined),
    loadPolling: () => new Promise(() => undefined),
  })
  onTestFinished(board.stop)
  render(
    <I18nContext value={french}>
      <BoardContext value={board}>
        <HistorySection token="a" />
      </BoardContext>
    </I18nContext>,
  )
  return screen
    .queryAllByRole('row')
    .map(row => withPlainSpaces([...row.children].map(cell => cell.textContent).join(' | ')))
}

test('the history says when each status was seen, how long, and when nobody looked, the latest first', () => {
  const history: History = [
    { status: 'requested', from: noon, until: noon + minute },
    { status: 'generating', from: noon + 2 * minute, until: noon + 8 * minute },
    { status: 'ready', from: noon + 128 * minute, until: noon + 138 * minute },
  ]
  expect(linesOf(history)).toEqual([
    'Statut | Début | Durée',
    `Prête | avant le ${day}, 14:08 | au moins 10 min`,
    'Pas de vérification pendant 2 h.',
    `En création | ${day}, 12:02 | au moins 6 min`,
    `Demandée | avant le ${day}, 12:00 | au moins 2 min`,
  ])
})

test('a history that is full does not call what it let go a time when nobody looked', () => {
  const history = Array.from({ length: 20 }, (_, index) => {
    const from = noon + (index === 0 ? 0 : 60 + index) * minute
    return { status: index % 2 ? ('ready' as const) : ('generating' as const), from, until: from + minute }
  })
  const lines = linesOf(history)
  expect(lines).toHaveLength(22)
  expect(lines.at(-2)).toBe('Les statuts entre les deux ne sont plus conservés.')
})

test('nothing seen shows no history', () => {
  expect(linesOf([])).toEqual([])
})
