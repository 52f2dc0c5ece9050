import { render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { soon } from '../../src/components/soon.ts'

type PartProps = { name: string }

const Part = ({ name }: PartProps) => <p>the part {name}</p>
const Meanwhile = ({ name }: PartProps) => <p>the place of {name}</p>

test('a part is drawn once its code is there, and its place is kept until then', async () => {
  const Soon = soon<PartProps>(async () => Part, Meanwhile)
  render(<Soon name="a" />)
  expect(screen.getByText('the place of a')).toBeVisible()
  expect(await screen.findByText('the part a')).toBeVisible()
  expect(screen.queryByText('the place of a')).toBeNull()
})

test('one that comes back is there at once, and its code is loaded once', async () => {
  const load = vi.fn(async () => Part)
  const Soon = soon<PartProps>(load)
  const { unmount } = render(<Soon name="a" />)
  await screen.findByText('the part a')
  unmount()
  render(<Soon name="b" />)
  expect(screen.getByText('the part b')).toBeVisible()
  expect(load).toHaveBeenCalledOnce()
})

test('a code that cannot come leaves the place as it is', async () => {
  const load = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')))
  const Soon = soon<PartProps>(load, Meanwhile)
  render(<Soon name="a" />)
  await vi.waitFor(() => expect(load).toHaveBeenCalled())
  expect(screen.getByText('the place of a')).toBeVisible()
})
