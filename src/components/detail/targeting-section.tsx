import type { Targeting } from '../../api/rental.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { SexIcon } from '../list/sex-icon.tsx'
import { categoryName, formatAges, formatSex } from '../words/format-targeting.ts'
import { AgeScale } from './age-scale.tsx'
import { InterestName } from './interest-name.tsx'
import { CodeList } from './place-name.tsx'
import { DescriptionItem, DescriptionList, Section } from './section.tsx'

/** Who was asked for, field by field. */
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
            {formatSex(targeting, t) ?? missing}
          </span>
        </DescriptionItem>
        <DescriptionItem name={t.detail.age}>
          {formatAges(targeting, t, f) ?? missing}
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
          {categoryWords === undefined ? (category ?? missing) : categoryWords}{' '}
          {categoryWords !== undefined && <span className="text-muted">{category}</span>}
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
