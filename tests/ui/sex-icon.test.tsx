import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { SexIcon } from '../../src/ui/sex-icon.tsx'

test('each sex has a sign of its own, which screen readers leave out', () => {
  const drawn = (['women', 'men', 'mixed'] as const).map(sex => {
    const { container } = render(<SexIcon sex={sex} />)
    expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true')
    return container.innerHTML
  })
  expect(new Set(drawn).size).toBe(3)
})
