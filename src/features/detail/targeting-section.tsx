import type { Targeting } from '../../api/rental.ts'
import { categoryName, formatAges, formatSex } from '../../format/format-targeting.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { DescriptionItem, DescriptionList, Section } from '../../ui/section.tsx'
import { SexIcon } from '../../ui/sex-icon.tsx'
import { InterestName } from './name-editors.tsx'
import { CodeList } from './place-name.tsx'

export function TargetingSection({ targeting }: { targeting: Targeting }) {
  const { t, f } = useI18n()
  const missing = <span className="text-muted">{t.notGiven}</span>
  const { minAge, maxAge, category, interest, subInterest, zipcodes, departments } = targeting
  const categoryWords = category === undefined ? undefined : categoryName(category, t)
  return (
    <Section title={t.detail.targeting}>
      <DescriptionList>
        <DescriptionItem name={t.detail.sex}>
          <span className="inline-flex items-baseline gap-1.5">
            {targeting.sex && <SexIcon sex={targeting.sex} />}
            <span>{formatSex(targeting, t) ?? missing}</span>
          </span>
        </DescriptionItem>
        <DescriptionItem name={t.detail.age}>
          <span>{formatAges(targeting, t, f) ?? missing}</span>
          {minAge !== undefined && maxAge !== undefined && minAge <= maxAge && (
            <AgeScale min={minAge} max={maxAge} />
          )}
        </DescriptionItem>
        <DescriptionItem name={t.detail.zipcode}>
          {zipcodes.length > 0 ? <CodeList codes={zipcodes} /> : missing}
        </DescriptionItem>
        {departments.length > 0 && (
          <DescriptionItem name={t.detail.department}>
            <CodeList codes={departments} />
          </DescriptionItem>
        )}
        <DescriptionItem name={t.detail.category}>
          <span>{categoryWords ?? category ?? missing}</span>
          {categoryWords !== undefined && <span className="text-muted">{` ${category}`}</span>}
        </DescriptionItem>
        <DescriptionItem name={t.detail.interest}>
          {interest === undefined ? missing : <InterestName key={interest} code={interest} />}
        </DescriptionItem>
        {subInterest !== undefined && (
          <DescriptionItem name={t.detail.subInterest}>
            <InterestName key={subInterest} code={subInterest} />
          </DescriptionItem>
        )}
      </DescriptionList>
    </Section>
  )
}

/** The ages that the provider's order form takes. Source: `docs/provider-api.md`, The reply. */
const MIN_AGE_YEARS = 18
const MAX_AGE_YEARS = 98

/** Ages in years; the text beside it says the same. */
function AgeScale({ min, max }: { min: number; max: number }) {
  const from = place(min)
  return (
    <div className="mt-1.5 mb-1 h-1.5 rounded-full border border-line bg-sunken" aria-hidden="true">
      <div
        className="-mt-px h-1.5 min-w-1.5 rounded-full bg-ink forced-colors:bg-[CanvasText]"
        style={{ marginLeft: `${from}%`, width: `${place(max) - from}%` }}
      />
    </div>
  )
}

function place(age: number): number {
  return (
    ((Math.min(MAX_AGE_YEARS, Math.max(MIN_AGE_YEARS, age)) - MIN_AGE_YEARS) /
      (MAX_AGE_YEARS - MIN_AGE_YEARS)) *
    100
  )
}
