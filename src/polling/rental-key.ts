/** The cache key that all rentals share; it never holds the API key. */
export const rentalsKey = ['rental'] as const

/** The cache key of one rental. */
export function rentalKey(token: string) {
  return [...rentalsKey, token] as const
}
