import type { Targeting } from '../api/rental.ts'
import type { I18n } from '../i18n/i18n.ts'

export type InterestNames = Readonly<Record<string, string>>

/** «Femmes, 31 à 49 ans»; undefined when neither was given. */
export function formatPeople(targeting: Targeting, { t, f }: I18n): string | undefined {
  return joined([formatSex(targeting, t), formatAges(targeting, t, f)])
}

/** «CSP−, intérêt 12»; undefined when neither was given. */
export function formatCriteria(
  { category, interest, subInterest }: Targeting,
  { t }: I18n,
  names: InterestNames = {},
): string | undefined {
  const interests = [interest, subInterest]
    .flatMap(code => (code === undefined ? [] : (interestName(code, t, names) ?? code)))
    .join(' / ')
  return joined([
    category === undefined ? undefined : (categoryName(category, t) ?? t.targeting.category(category)),
    interests === '' ? undefined : t.targeting.interest(interests),
  ])
}

/** As the provider spelt it where that is not known; undefined when not given. */
export function formatSex({ sex, sexText }: Targeting, t: I18n['t']): string | undefined {
  return sex === undefined ? sexText : t.targeting.sex[sex]
}

/** «31 à 49 ans»; undefined when not given. */
export function formatAges({ minAge, maxAge }: Targeting, t: I18n['t'], f: I18n['f']): string | undefined {
  if (minAge !== undefined && maxAge !== undefined)
    return t.targeting.ages(f.number(minAge), f.number(maxAge))
  if (minAge !== undefined) return t.targeting.agesFrom(f.number(minAge))
  return maxAge === undefined ? undefined : t.targeting.agesTo(f.number(maxAge))
}

/** The user's own name, or the documented one; undefined for other codes. */
export function interestName(code: string, t: I18n['t'], names: InterestNames = {}): string | undefined {
  const documented = new Map(Object.entries(t.targeting.knownInterests))
  return new Map(Object.entries(names)).get(code) ?? documented.get(code)
}

/** Undefined for a code that is not documented. */
export function categoryName(code: string, t: I18n['t']): string | undefined {
  const names = new Map(Object.entries(t.targeting.knownCategories))
  return names.get(code)
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter(part => part !== undefined).join(', ') || undefined
}
