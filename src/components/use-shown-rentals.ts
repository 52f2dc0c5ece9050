import { useMemo } from 'react'
import type { Rental } from '../api/rental.ts'
import type { Summary } from '../domain/summary.ts'
import { useShownSummaries } from './use-shown-summaries.ts'

/** The rentals that the filter lets through and that have answered, each with its summary. */
export function useShownRentals(options?: {
  ignoreDepartment: boolean
}): readonly { summary: Summary; rental: Rental }[] {
  const summaries = useShownSummaries(options)
  return useMemo(
    () => summaries.flatMap(summary => (summary.rental ? { summary, rental: summary.rental } : [])),
    [summaries],
  )
}
