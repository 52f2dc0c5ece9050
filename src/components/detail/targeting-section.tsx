import type { Targeting } from '../../api/rental.ts'
import { useFullText } from '../../i18n/full-text.ts'
import { SexIcon } from '../list/sex-icon.tsx'
import { agesWords, categoryName, sexWord } from '../words/targeting-words.ts'
import { AgeScale } from './age-scale.tsx'
import { InterestName } from './interest-name.tsx'
import { CodeList } from './place-name.tsx'
import { Fact, Facts, Section } from './section.tsx'

/** Who was asked for, field by field. */
export function TargetingSection({ targeting }: { targeting: Targeting }) {
  const { t, f } = useFullText()
  const missing = <span className="text-muted">{t.notGiven}</span>
  const { minAge, maxAge, category, interest, subInterest, zipcodes, departments } = targeting
  const categoryWords = category === undefined ? undefined : categoryName(category, t)
  return (
    <Section title={t.detail.targeting}>
      <Facts>
        <Fact name={t.detail.sex}>
          <span className="inline-flex items-baseline gap-1.5">
            {targeting.sex && <SexIcon sex={targeting.sex} />}
            {sexWord(targeting, t) ?? missing}
          </span>
        </Fact>
        <Fact name={t.detail.age}>
          {agesWords(targeting, t, f) ?? missing}
          {minAge !== undefined && maxAge !== undefined && minAge <= maxAge && (
            <AgeScale min={minAge} max={maxAge} />
          )}
        </Fact>
        <Fact name={t.detail.zipcode}>{zipcodes.length > 0 ? <CodeList codes={zipcodes} /> : missing}</Fact>
        {departments.length > 0 && (
          <Fact name={t.detail.department}>
            <CodeList codes={departments} />
          </Fact>
        )}
        <Fact name={t.detail.category}>
          {categoryWords === undefined ? (category ?? missing) : categoryWords}{' '}
          {categoryWords !== undefined && <span className="text-muted">{category}</span>}
        </Fact>
        <Fact name={t.detail.interest}>
          {interest === undefined ? missing : <InterestName key={interest} code={interest} />}
        </Fact>
        {subInterest !== undefined && (
          <Fact name={t.detail.subInterest}>
            <InterestName key={subInterest} code={subInterest} />
          </Fact>
        )}
      </Facts>
    </Section>
  )
}
