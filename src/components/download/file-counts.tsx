import type { FileFacts } from '../../download/received-file.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { DescriptionItem, DescriptionList } from '../detail/section.tsx'
import { useReply } from '../use-reply.ts'
import { formatSize } from '../words/format-size.ts'

/** The size of a file, and the numbers in it against those announced and paid for; what differs is flagged. */
export function FileCountList({ token, facts: { size, numbers } }: { token: string; facts: FileFacts }) {
  const { t, f, language } = useI18n()
  const rental = useReply(token)?.rental
  const announced = rental?.phoneNumbers
  const paid = rental?.cost?.quantity
  const expected = [announced, paid].filter(count => count !== undefined)
  const differs = numbers !== undefined && expected.some(count => count !== numbers)
  const written = (count: number | undefined) => (count === undefined ? t.notGiven : f.number(count))
  return (
    <>
      <DescriptionList>
        <DescriptionItem name={t.download.size}>{formatSize(size, language)}</DescriptionItem>
        <DescriptionItem name={t.download.inFile}>
          {numbers === undefined ? t.download.uncounted : f.number(numbers)}
        </DescriptionItem>
        <DescriptionItem name={t.download.inStatus}>{written(announced)}</DescriptionItem>
        <DescriptionItem name={t.download.paid}>{written(paid)}</DescriptionItem>
      </DescriptionList>
      {differs && (
        <p role="alert" className="rounded-md bg-generating-tint px-3 py-2 text-generating">
          {t.download.differs}
        </p>
      )}
      {!differs && numbers !== undefined && expected.length > 0 && <p>{t.download.agree}</p>}
    </>
  )
}
