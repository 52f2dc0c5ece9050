import { render, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { I18nContext } from '../../src/i18n/i18n.ts'
import { type RentalState, rentalStates } from '../../src/rentals/status.ts'
import { StatusBadge } from '../../src/ui/status-badge.tsx'
import { english, french } from '../i18n/languages.ts'

describe('the badge', () => {
  test.each<[RentalState, string, string]>([
    ['requested', 'Demandée', 'Requested'],
    ['generating', 'En création', 'Being created'],
    ['ready', 'Prête', 'Ready'],
    ['failed', 'Échouée', 'Failed'],
    ['downloaded', 'Téléchargée', 'Downloaded'],
    ['unknown', 'Statut inconnu', 'Unknown status'],
    ['not-found', 'Introuvable', 'Not found'],
    ['error', 'Sans réponse', 'No answer'],
    ['pending', 'En attente', 'Waiting'],
  ])('of %s says %s and %s, beside an icon that is not read aloud', (state, inFrench, inEnglish) => {
    const { container, rerender } = render(
      <I18nContext value={french}>
        <StatusBadge state={state} />
      </I18nContext>,
    )
    expect(screen.getByText(inFrench)).toBeVisible()
    expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true')
    rerender(
      <I18nContext value={english}>
        <StatusBadge state={state} />
      </I18nContext>,
    )
    expect(container).toHaveTextContent(inEnglish)
  })

  test('has an icon of its own for every state', () => {
    const icons = rentalStates.map(state => {
      const { container } = render(
        <I18nContext value={french}>
          <StatusBadge state={state} />
        </I18nContext>,
      )
      return container.querySelector('svg')?.innerHTML
    })
    expect(new Set(icons).size).toBe(rentalStates.length)
  })
})
