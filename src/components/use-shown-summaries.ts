import type { Run } from '../domain/summaries.ts'
import type { Summary } from '../domain/summary.ts'
import { isSameList } from '../lib/is-same-list.ts'
import { useShown } from './use-shown.ts'

const derivation = {
  derive: (shown: readonly Run[]): readonly Summary[] => shown.flat(),
  isSame: (a: readonly Summary[], b: readonly Summary[]) => isSameList(a, b),
}

/** The rentals that the filter lets through, in the order of the list; a new array when one of them changes. */
export function useShownSummaries(options?: { ignoreDepartment: boolean }): readonly Summary[] {
  return useShown(derivation, options)
}
