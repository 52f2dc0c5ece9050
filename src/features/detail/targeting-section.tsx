import type { Rental } from '../../api/rental.ts'
import { targetedDepartments, targetedPostcodes } from '../../format/format-places.ts'
import { categoryName, formatAges, formatSex } from '../../format/format-targeting.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { DescriptionItem, DescriptionList, Section } from '../../ui/section.tsx'
import { SexIcon } from '../../ui/sex-icon.tsx'
import { InterestName } from './name-editors.tsx'
import { CodeList } from './place-name.tsx'
import { detailWords } from './words.ts'

export function TargetingSection({ rental }: { rental: Rental }) {
  const { targeting } = rental
  const { t, f, w } = useI18n(detailWords)
  const { columns } = useWords(laterWords)
  const missing = <span className="text-muted">{t.notGiven}</span>
  const { minAge, maxAge, category, interest, subInterest } = targeting
  const zipcodes = targetedPostcodes(rental)
  const departments = targetedDepartments(rental)
  const categoryWords = category === undefined ? undefined : categoryName(category, t)
  return (
    <Section title={t.list.columns.targeting}>
      <DescriptionList>
        <DescriptionItem name={w.sex}>
          <span className="inline-flex items-baseline gap-1.5">
            {targeting.sex && <SexIcon sex={targeting.sex} />}
            <span>{formatSex(targeting, t) ?? missing}</span>
          </span>
        </DescriptionItem>
        <DescriptionItem name={w.age}>
          <span>{formatAges(targeting, t, f) ?? missing}</span>
          {minAge !== undefined && maxAge !== undefined && minAge <= maxAge && (
            <AgeScale min={minAge} max={maxAge} />
          )}
        </DescriptionItem>
        {(zipcodes.length > 0 || departments.length === 0) && (
          <DescriptionItem name={w.zipcode}>
            {zipcodes.length > 0 ? <Codes codes={zipcodes} rental={rental} kind="zipcodes" /> : missing}
          </DescriptionItem>
        )}
        {departments.length > 0 && (
          <DescriptionItem name={columns.department}>
            <Codes codes={departments} rental={rental} kind="departments" />
          </DescriptionItem>
        )}
        <DescriptionItem name={w.category}>
          <span>{categoryWords ?? category ?? missing}</span>
          {categoryWords !== undefined && <span className="text-muted">{` ${category}`}</span>}
        </DescriptionItem>
        <DescriptionItem name={w.interest}>
          {interest === undefined ? missing : <InterestName key={interest} code={interest} />}
        </DescriptionItem>
        {subInterest !== undefined && (
          <DescriptionItem name={w.subInterest}>
            <InterestName key={subInterest} code={subInterest} />
          </DescriptionItem>
        )}
      </DescriptionList>
    </Section>
  )
}

type CodesProps = { codes: readonly string[]; rental: Rental; kind: 'zipcodes' | 'departments' }

/** How many they are, where the places above name each of them. */
function Codes({ codes, rental, kind }: CodesProps) {
  const { t } = useI18n()
  const places = new Set(rental.places.map(({ location }) => location))
  const isListedAbove = codes.length > 1 && codes.every(code => places.has(code))
  return isListedAbove ? <span>{t.places[kind](codes.length)}</span> : <CodeList codes={codes} />
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
