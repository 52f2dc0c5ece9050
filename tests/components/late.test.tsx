import { render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, test } from 'vitest'
import { late } from '../../src/components/late.ts'

function Part() {
  return <p>the part</p>
}

function Excuse() {
  return <p>the excuse</p>
}

const failing = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))

test('a part whose code comes is drawn', async () => {
  const Late = late(async () => Part)
  render(<Late />, { wrapper: Suspense })
  expect(await screen.findByText('the part')).toBeVisible()
})

test('a part whose code cannot come leaves the rest standing', async () => {
  const Late = late<object>(failing)
  const { container } = render(
    <Suspense fallback="waiting">
      the rest
      <Late />
    </Suspense>,
  )
  expect(await screen.findByText('the rest')).toBeVisible()
  expect(container).toHaveTextContent(/^the rest$/)
})

test('what stands in for it is drawn instead', async () => {
  const Late = late<object>(failing, Excuse)
  render(<Late />, { wrapper: Suspense })
  expect(await screen.findByText('the excuse')).toBeVisible()
})
