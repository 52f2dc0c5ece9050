import { render, screen } from '@testing-library/react'
import { beforeAll, expect, test, vi } from 'vitest'
import { markFirstPaint } from '../../src/lib/after-first-paint.ts'
import { lazyPart } from '../../src/ui/lazy-part.tsx'

beforeAll(markFirstPaint)

type PartProps = { name: string }

const Part = ({ name }: PartProps) => <p>the part {name}</p>
const Place = ({ name }: PartProps) => <p>the place of {name}</p>
const Excuse = ({ name }: PartProps) => <p>no {name}</p>

const missing = () =>
  Promise.reject<{ Part: typeof Part }>(new TypeError('Failed to fetch dynamically imported module'))

test('a part is drawn once its code is there, and its place is kept until then', async () => {
  const Lazy = lazyPart(async () => ({ Part }), 'Part', { fallback: Place })
  render(<Lazy name="a" />)
  expect(screen.getByText('the place of a')).toBeVisible()
  expect(await screen.findByText('the part a')).toBeVisible()
  expect(screen.queryByText('the place of a')).toBeNull()
})

test('one that comes back is there at once, and its code is loaded once', async () => {
  const load = vi.fn(async () => ({ Part }))
  const Lazy = lazyPart(load, 'Part')
  const { unmount } = render(<Lazy name="a" />)
  await screen.findByText('the part a')
  unmount()
  render(<Lazy name="b" />)
  expect(screen.getByText('the part b')).toBeVisible()
  expect(load).toHaveBeenCalledOnce()
})

test('a part whose code cannot come leaves the rest standing', async () => {
  const load = vi.fn(missing)
  const Lazy = lazyPart(load, 'Part', { fallback: Place })
  const { container } = render(
    <>
      the rest
      <Lazy name="a" />
    </>,
  )
  await vi.waitFor(() => expect(container).toHaveTextContent(/^the rest$/))
  expect(load).toHaveBeenCalledOnce()
})

test('what is to stand in for it is drawn instead, until it is drawn anew and comes', async () => {
  const load = vi.fn(async () => ({ Part })).mockImplementationOnce(missing)
  const Lazy = lazyPart(load, 'Part', { errorFallback: Excuse })
  const { unmount } = render(<Lazy name="a" />)
  expect(await screen.findByText('no a')).toBeVisible()
  unmount()
  render(<Lazy name="a" />)
  expect(await screen.findByText('the part a')).toBeVisible()
})
