import { useMemo } from 'react'
import type { Rental, RentalReply } from '../api/rental.ts'
import type { Summary } from '../domain/summary.ts'
import { rentalKey } from '../polling/rental-query.ts'
import { useBoard } from './board-context.ts'
import { useShownSummaries } from './use-shown-summaries.ts'

/** The rentals that the filter lets through and that have answered, each with its summary. */
export function useShownRentals(options?: {
  ignoreDepartment: boolean
}): readonly { summary: Summary; rental: Rental }[] {
  const { queryClient } = useBoard()
  const summaries = useShownSummaries(options)
  return useMemo(
    () =>
      summaries.flatMap(summary => {
        const reply = queryClient.getQueryData<RentalReply>(rentalKey(summary.token))
        return reply === undefined ? [] : [{ summary, rental: reply.rental }]
      }),
    [summaries, queryClient],
  )
}
