import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { recordReply } from '../../src/polling/check.ts'
import { rentalQuery } from '../../src/polling/tracked-rentals.ts'
import { replyOf } from './replies.ts'

const ready = recordReply(undefined, replyOf('ready', 1_000), 1_000)

test('the key names the token and nothing else', () => {
  expect(rentalQuery('a').queryKey).toEqual(['rental', 'a'])
})

test('what did not change keeps its identity', async () => {
  const queryClient = new QueryClient()
  const { queryKey } = rentalQuery('a')
  queryClient.setQueryData(queryKey, ready)
  queryClient.setQueryData(queryKey, recordReply(ready, replyOf('ready', 2_000), 2_000))
  expect(queryClient.getQueryData(queryKey)?.checkedAt).toBe(2_000)
  expect(queryClient.getQueryData(queryKey)?.reply?.rental).toBe(ready.reply?.rental)
})

function Row() {
  return useQuery(rentalQuery('a')).status
}

test('a row that reads a rental sends no request', () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Row />
    </QueryClientProvider>,
  )
  expect(screen.getByText('pending')).toBeInTheDocument()
})
