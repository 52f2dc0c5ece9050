import { act } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Announcer } from '../../../src/features/notifications/announcer.tsx'
import type { PollPhase } from '../../../src/rentals/poll-phase.ts'
import { renderBoard } from '../../board/render-board.tsx'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'
import { network } from '../../network.ts'
import { change, pass } from './fake-changes.ts'

beforeEach(() => {
  vi.useFakeTimers()
  network.use(...statusHandlers({ lookup: () => undefined }))
})

function region(politeness: 'polite' | 'assertive'): Element {
  const region = document.querySelector(`[aria-live=${politeness}]`)
  if (region === null) throw new Error(`no ${politeness} region`)
  return region
}

function said(politeness: 'polite' | 'assertive'): string {
  return withPlainSpaces(region(politeness).textContent ?? '')
}

describe('what is said of a change', () => {
  test('is the name and the status, whatever the status', async () => {
    const board = renderBoard(<Announcer />, french, 'a')
    act(() => board.tracked.edit('a', { name: 'Soldes d’été Lille' }))
    change(board, { a: 'ready' })
    await pass(1_000)
    expect(said('polite')).toBe('Soldes d’été Lille : Prête')
    change(board, { a: 'downloaded' })
    await pass(1_000)
    expect(said('polite')).toBe('Soldes d’été Lille : Téléchargée')
  })

  test('comes in one breath for what comes within a second', async () => {
    const board = renderBoard(<Announcer />, french, 'a', 'b')
    change(board, { a: 'generating' })
    await pass(500)
    change(board, { a: 'ready', b: 'failed' })
    expect(said('polite')).toBe('')
    await pass(500)
    expect(said('polite')).toBe('a : Prête. b : Échouée')
  })

  test('is a count beyond three', async () => {
    const board = renderBoard(<Announcer />, french, 'a', 'b', 'c', 'd')
    change(board, { a: 'ready', b: 'ready', c: 'generating', d: 'ready' })
    await pass(1_000)
    expect(said('polite')).toBe('1 location est en création, 3 locations sont prêtes')
  })

  test('is said again when it happens again', async () => {
    const board = renderBoard(<Announcer />, french, 'a')
    change(board, { a: 'ready' })
    await pass(1_000)
    const first = region('polite').firstChild
    change(board, { a: 'ready' })
    await pass(1_000)
    expect(region('polite').firstChild).not.toBe(first)
  })
})

describe('a connection that is restored', () => {
  function go(board: ReturnType<typeof renderBoard>, ...phases: readonly PollPhase[]) {
    for (const phase of phases) act(() => board.poller.status.setState({ phase }))
  }

  test.each<[string, PollPhase[]]>([
    ['Connexion rétablie', ['lost', 'live']],
    ['Connexion rétablie', ['lost', 'idle']],
    ['Connexion rétablie', ['lost', 'slowed']],
    ['Connexion rétablie', ['lost', 'paused', 'live']],
    ['', ['lost']],
    ['', ['lost', 'paused']],
    ['', ['lost', 'blocked', 'live']],
    ['', ['paused', 'live']],
  ])('is said aloud: «%s» after %s', (words, phases) => {
    const board = renderBoard(<Announcer />, french)
    go(board, 'live', ...phases)
    expect(said('assertive')).toBe(words)
  })

  test('is said once', () => {
    const board = renderBoard(<Announcer />, french)
    go(board, 'lost', 'live')
    const first = region('assertive').firstChild
    go(board, 'slowed', 'live')
    expect(region('assertive').firstChild).toBe(first)
  })
})
