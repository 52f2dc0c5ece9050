import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { RentalReply } from '../../src/api/rental.ts'
import { rentalKey, rentalsKey } from '../../src/polling/rental-key.ts'
import { type RentalSource, rentalDefaults, rentalQuery } from '../../src/polling/rental-query.ts'
import { replyOf } from './simulate.ts'

function clientWith(source: RentalSource) {
  const queryClient = new QueryClient()
  queryClient.setQueryDefaults(rentalsKey, rentalDefaults)
  const fetch = () => queryClient.fetchQuery({ ...rentalQuery(source, 'a'), staleTime: 0 })
  const shown = () => queryClient.getQueryData(rentalQuery(source, 'a').queryKey)
  return { queryClient, fetch, shown }
}

test('a reply older than the one shown is ignored, whether fetched or received', async () => {
  const replies = [replyOf('ready', 2_000), replyOf('generating', 1_000)]
  const { queryClient, fetch, shown } = clientWith(async () => replies.shift() ?? replyOf('failed', 0))
  await fetch()
  await fetch()
  expect(shown()).toEqual(replyOf('ready', 2_000))
  queryClient.setQueryData(rentalKey('a'), replyOf('requested', 1_500))
  expect(shown()).toEqual(replyOf('ready', 2_000))
})

test('a reply that stands in marks the newer one that is shown, until the next comes', async () => {
  const replies = [
    replyOf('ready', 2_000),
    { ...replyOf('ready', 1_990), isStale: true },
    replyOf('ready', 3_000),
  ]
  const { fetch, shown } = clientWith(async () => replies.shift() ?? replyOf('failed', 0))
  await fetch()
  await fetch()
  expect(shown()).toEqual({ ...replyOf('ready', 2_000), isStale: true })
  await fetch()
  expect(shown()).toEqual(replyOf('ready', 3_000))
})

test('what did not change keeps its identity', async () => {
  let at = 1_000
  const { fetch, shown } = clientWith(async () => replyOf('ready', at++))
  await fetch()
  const before = shown()
  await fetch()
  expect(shown()?.at).toBe(1_001)
  expect(shown()?.rental).toBe(before?.rental)
})

test('the key names the token and nothing else', () => {
  expect(rentalQuery(async () => replyOf('ready', 0), 'a').queryKey).toEqual(['rental', 'a'])
})

const never = () => Promise.reject(new Error('not to be called'))

function Row() {
  return useQuery(rentalQuery(never, 'a')).status
}

test('a row that reads a rental sends no request, and one that goes away aborts none', async () => {
  const { promise, answer } = openReply()
  const { queryClient, shown } = clientWith(never)
  const { unmount } = render(
    <QueryClientProvider client={queryClient}>
      <Row />
    </QueryClientProvider>,
  )
  expect(screen.getByText('pending')).toBeInTheDocument()

  const fetched = queryClient.fetchQuery({ ...rentalQuery(() => promise, 'a'), staleTime: 0 })
  unmount()
  answer()
  await fetched
  expect(shown()?.rental.status).toBe('ready')
})

function openReply() {
  let answer = () => {}
  const promise = new Promise<RentalReply>(resolve => {
    answer = () => resolve(replyOf('ready', 1_000))
  })
  return { promise, answer }
}
