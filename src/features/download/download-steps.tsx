import { Check, CircleX, Download } from 'lucide'
import type { FileProgress } from '../../api/fetch-file.ts'
import { useBoard } from '../../board/board-context.ts'
import { useRentalName, useReply } from '../../board/use-rental.ts'
import { useFetchByOther } from '../../board/use-team.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { DescriptionItem, DescriptionList } from '../../ui/section.tsx'
import type { DownloadAttempt } from './download-attempts.ts'
import { type End, formatEnd, formatProgress, formatSize } from './format-download.ts'
import { type FileFacts, type FileForm, isCountRight } from './received-file.ts'
import { downloadWords } from './words.ts'

type ConfirmStepProps = {
  token: string
  earlier: DownloadAttempt | undefined
  onStart: () => void
  onClose: () => void
}

export function ConfirmStep({ token, earlier, onStart, onClose }: ConfirmStepProps) {
  const { t, f, w } = useI18n(downloadWords)
  const { isDemo } = useBoard()
  const nameOf = useRentalName()
  const phoneNumbers = useReply(token)?.rental.phoneNumbers
  const fetch = useFetchByOther(token)
  return (
    <div className="grid gap-3">
      <p>
        <strong className="font-semibold">{nameOf(token)}</strong>
        {phoneNumbers !== undefined && <span className="ml-2 text-muted">{w.announced(phoneNumbers)}</span>}
      </p>
      {isDemo && <p className="text-muted">{w.simulated}</p>}
      <p>{w.once}</p>
      <p>{w.personal}</p>
      {fetch !== undefined && (
        <p role="alert" className="notice">
          {w.fetchedBy(fetch.person, f.moment(fetch.at))}
        </p>
      )}
      {earlier !== undefined && (
        <p role="alert" className="notice">
          {w.earlier[earlier.state](f.moment(earlier.at))}
        </p>
      )}
      <div className="mt-2 flex flex-wrap justify-end gap-2">
        <Button words={t.cancel} onClick={onClose} />
        <Button
          className="button-ready"
          icon={Download}
          words={earlier === undefined && fetch === undefined ? w.start : w.startAnyway}
          onClick={onStart}
        />
      </div>
    </div>
  )
}

export function ProgressStep({ received, total, onCancel }: FileProgress & { onCancel: () => void }) {
  const text = useI18n()
  const w = useWords(downloadWords)
  return (
    <div className="grid gap-3">
      <progress
        aria-label={w.progress}
        value={received > 0 && total !== undefined ? received : undefined}
        max={total}
        className="progress"
      />
      <p className="text-muted">{formatProgress({ received, total }, text)}</p>
      <p>{w.cancelHint}</p>
      <div className="mt-2 flex justify-end">
        <Button words={w.cancel} onClick={onCancel} />
      </div>
    </div>
  )
}

type ReceivedStepProps = {
  token: string
  facts: FileFacts
  saved: readonly FileForm[]
  nameOf: (ending: string) => string
  onSave: (form: FileForm) => void
  /** Closes the dialog and shows the next ready rental; absent where none was asked for. */
  onNext: (() => void) | undefined
  onClose: () => void
}

export function ReceivedStep(props: ReceivedStepProps) {
  const { token, facts, saved, nameOf, onSave, onNext, onClose } = props
  const { t, w } = useI18n(downloadWords)
  const isChoice = facts.forms.length > 1
  const isSaved = saved.length > 0
  return (
    <div className="grid gap-3">
      <p className="flex items-center gap-2 font-semibold">
        <Icon of={Check} className="size-5 shrink-0" />
        <span>{w.whole}</span>
      </p>
      {isChoice && !isSaved && <p>{w.choose}</p>}
      {facts.forms
        .filter(({ form }) => saved.includes(form))
        .map(({ form, ending }) => (
          <p key={form} role="status">
            {w.saved(nameOf(ending))}
          </p>
        ))}
      <FileCountList token={token} facts={facts} />
      <div className="mt-2 flex flex-wrap justify-end gap-2">
        {!isSaved && <Button className="mr-auto" words={w.giveUp} onClick={onClose} />}
        {facts.forms.map(({ form }, index) => (
          <Button
            key={form}
            className={index === 0 && !isSaved ? 'button-ready' : ''}
            words={isChoice ? w.save[form] : w.saveAgain}
            onClick={() => onSave(form)}
          />
        ))}
        {isSaved && <Button className={onNext ? '' : 'button-main'} words={t.close} onClick={onClose} />}
        {isSaved && onNext && <Button className="button-main" words={w.next} onClick={onNext} />}
      </div>
    </div>
  )
}

function FileCountList({ token, facts: { size, numbers } }: { token: string; facts: FileFacts }) {
  const { t, f, language, w } = useI18n(downloadWords)
  const rental = useReply(token)?.rental
  const isRight = isCountRight(numbers, rental)
  const written = (count: number | undefined) => (count === undefined ? t.notGiven : f.number(count))
  return (
    <>
      <DescriptionList>
        <DescriptionItem name={w.size}>{formatSize(size, language)}</DescriptionItem>
        <DescriptionItem name={w.inFile}>
          {numbers === undefined ? w.uncounted : f.number(numbers)}
        </DescriptionItem>
        <DescriptionItem name={w.inStatus}>{written(rental?.phoneNumbers)}</DescriptionItem>
        <DescriptionItem name={w.paid}>{written(rental?.cost?.quantity)}</DescriptionItem>
      </DescriptionList>
      {isRight === false && (
        <p role="alert" className="notice">
          {w.differs}
        </p>
      )}
      {isRight === true && <p>{w.agree}</p>}
    </>
  )
}

export function ResultStep({ token, end, onClose }: { token: string; end: End; onClose: () => void }) {
  const text = useI18n()
  const { t } = text
  const { title, reason, advice } = formatEnd(end, text)
  return (
    <div className="grid gap-3">
      <p className="flex items-center gap-2 font-semibold text-failed">
        <Icon of={CircleX} className="size-5 shrink-0" />
        <span>{title}</span>
      </p>
      {reason !== undefined && <p>{reason}</p>}
      {advice !== undefined && <p>{advice}</p>}
      {end.phase !== 'busy' && <p className="select-all font-mono text-muted text-sm">{token}</p>}
      <div className="mt-2 flex justify-end">
        <Button className="button-main" words={t.close} onClick={onClose} />
      </div>
    </div>
  )
}
