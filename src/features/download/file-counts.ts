import type { Rental } from '../../api/rental.ts'

/** Whether a file holds as many numbers as were announced and paid for; undefined when there is nothing to compare. */
export function isCountRight(numbers: number | undefined, rental: Rental | undefined): boolean | undefined {
  const expected = [rental?.phoneNumbers, rental?.cost?.quantity].filter(count => count !== undefined)
  if (numbers === undefined || expected.length === 0) return undefined
  return expected.every(count => count === numbers)
}
