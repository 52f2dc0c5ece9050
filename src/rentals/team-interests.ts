import * as z from 'zod/mini'
import { momentSchema } from '../api/rental.ts'
import { mergeRegisters, type Register } from './team-rental.ts'

/** Of more, the oldest are forgotten: the file stays below what servers take. */
const MAX_INTERESTS = 64

/** By the provider's code of the interest; a register without a value is of a name that was taken away. */
export type TeamInterests = Readonly<Record<string, Register<string>>>

const schema = z.object({
  v: z.literal(1),
  names: z.record(
    z.string().check(z.maxLength(20)),
    z.object({
      value: z.optional(z.string().check(z.maxLength(60))),
      at: momentSchema,
      by: z.string().check(z.maxLength(100)),
    }),
  ),
})

/** Undefined for a text that holds none, or that a later version wrote. */
export function parseTeamInterests(value: unknown): TeamInterests | undefined {
  return schema.safeParse(value).data?.names
}

/** Commutative, associative and idempotent: of one code the later name stays. */
export function mergeTeamInterests(a: TeamInterests, b: TeamInterests): TeamInterests {
  return mergeRegisters(a, b, MAX_INTERESTS)
}

/** The same text for the same state. */
export function serializeTeamInterests(interests: TeamInterests): string {
  const codes = Object.keys(interests).sort()
  const names = codes.map(code => {
    const { value, at, by } = interests[code] ?? { at: 0, by: '' }
    return [code, { value, at, by }]
  })
  return JSON.stringify({ v: 1, names: Object.fromEntries(names) })
}
