import { act } from '@testing-library/react'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Notices } from '../../../src/features/notifications/announcer.tsx'
import { countedFavicon, tabTitle } from '../../../src/features/notifications/use-tab-badge.ts'
import type { RentalState } from '../../../src/rentals/status.ts'
import { renderBoard } from '../../board/render-board.tsx'
import { english, french } from '../../i18n/languages.ts'
import { summaryWith } from '../../rentals/samples.ts'

function withIcon() {
  const icon = document.createElement('link')
  icon.rel = 'icon'
  icon.href = '/favicon.svg'
  document.head.append(icon)
  onTestFinished(() => icon.remove())
  return icon
}

function show(board: ReturnType<typeof renderBoard>, ...states: readonly RentalState[]) {
  const summaries = states.map((state, index) => summaryWith({ token: String(index), state }))
  act(() => {
    board.model.state.setState({ summaries: new Map(summaries.map(summary => [summary.token, summary])) })
  })
}

describe('the title of the tab', () => {
  test.each([
    [0, 'live', 'Suivi des locations', 'Rental board'],
    [3, 'idle', '(3) Suivi des locations', '(3) Rental board'],
    [0, 'lost', 'Connexion perdue – Suivi des locations', 'Connection lost – Rental board'],
    [12, 'lost', 'Connexion perdue – (12) Suivi des locations', 'Connection lost – (12) Rental board'],
    [0, 'signed-out', 'Déconnecté – Suivi des locations', 'Signed out – Rental board'],
  ] as const)('with %i ready, while %s', (ready, phase, inFrench, inEnglish) => {
    expect(tabTitle(ready, phase, french)).toBe(inFrench)
    expect(tabTitle(ready, phase, english)).toBe(inEnglish)
  })

  test('follows the board', () => {
    const board = renderBoard(<Notices />, french)
    expect(document.title).toBe('Suivi des locations')
    show(board, 'ready', 'ready', 'failed')
    expect(document.title).toBe('(2) Suivi des locations')
    act(() => board.poller.status.setState({ phase: 'lost' }))
    expect(document.title).toBe('Connexion perdue – (2) Suivi des locations')
    act(() => board.poller.status.setState({ phase: 'live' }))
    show(board, 'downloaded')
    expect(document.title).toBe('Suivi des locations')
  })
})

describe('the icon of the tab', () => {
  test.each([
    [1, '>1<'],
    [42, '>42<'],
    [99, '>99<'],
    [100, '>99+<'],
    [1_000, '>99+<'],
  ])('with %i ready says %s', (ready, figures) => {
    const [head, svg = ''] = countedFavicon(ready).split(',')
    expect(head).toBe('data:image/svg+xml')
    expect(decodeURIComponent(svg)).toContain(figures)
    const document = new DOMParser().parseFromString(decodeURIComponent(svg), 'image/svg+xml')
    expect(document.querySelector('parsererror')).toBeNull()
  })

  test('carries the number of ready rentals, and is the plain one without any', () => {
    const icon = withIcon()
    const plain = icon.href
    const board = renderBoard(<Notices />, french)
    expect(icon.href).toBe(plain)
    show(board, 'ready', 'ready')
    expect(icon.href).toBe(countedFavicon(2))
    show(board, 'ready', 'downloaded')
    expect(icon.href).toBe(countedFavicon(1))
    show(board, 'downloaded', 'downloaded')
    expect(icon.href).toBe(plain)
  })
})
