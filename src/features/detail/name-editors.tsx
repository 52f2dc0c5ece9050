import { Pencil } from 'lucide'
import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { isToken } from '../../api/rental.ts'
import { useBoard, usePreferences, useTracked } from '../../board/board-context.ts'
import { useTeam } from '../../board/team-store.ts'
import { useCalledName, useOwnName } from '../../board/use-rental.ts'
import { useTeamRental } from '../../board/use-team.ts'
import { interestName } from '../../format/format-targeting.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { MAX_INTEREST_NAME_CHARS } from '../../rentals/outside-rental.ts'
import { MAX_NAME_CHARS, MAX_NOTE_CHARS, type TrackedRental } from '../../rentals/tracked-rental.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { showDetail } from './detail-nav.tsx'
import { detailWords } from './words.ts'

type RentalNameProps = { token: string; isRenaming: boolean; onRename: (isRenaming: boolean) => void }

export function RentalName({ token, isRenaming, onRename }: RentalNameProps) {
  const w = useWords(detailWords)
  const { tracked } = useBoard()
  const name = useOwnName(token)
  const called = useCalledName(token)
  const opener = useFocusBack(isRenaming)
  if (isRenaming) {
    return (
      <NameField
        name={name}
        label={w.nameLabel}
        maxLength={MAX_NAME_CHARS}
        onSave={name => tracked.edit(token, { name })}
        onLeave={() => onRename(false)}
      />
    )
  }
  return (
    <>
      <h2 className="inline pr-12 font-semibold text-xl tracking-tight">{called}</h2>
      {/* In the room that the name keeps free behind its last word. */}
      <span className="-ml-12 inline-block">
        <OpenButton label={w.rename} opener={opener} onOpen={() => onRename(true)} />
      </span>
    </>
  )
}

/** The provider documents no names of interests: the user names a code here, once. */
export function InterestName({ code }: { code: string }) {
  const { t, w } = useI18n(detailWords)
  const { preferences } = useBoard()
  const names = usePreferences(state => state.interests)
  const [isNaming, setIsNaming] = useState(false)
  const name = interestName(code, t, names)
  const label = w.nameInterest(code)
  const opener = useFocusBack(isNaming)

  function save(typed: string | undefined) {
    const { [code]: _, ...others } = names
    preferences.set({ interests: typed ? { ...others, [code]: typed } : others })
  }

  if (isNaming) {
    return (
      <NameField
        name={name}
        label={label}
        maxLength={MAX_INTEREST_NAME_CHARS}
        onSave={save}
        onLeave={() => setIsNaming(false)}
      />
    )
  }
  return (
    <>
      <span>{name ?? code}</span>
      {name !== undefined && <span className="text-muted">{` ${code}`}</span>}
      <OpenButton label={label} opener={opener} onOpen={() => setIsNaming(true)} />
    </>
  )
}

/** The field that is left gives the focus back to the button that opened it. */
export function useFocusBack(isOpen: boolean) {
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return opener
}

type OpenButtonProps = { label: string; opener: RefObject<HTMLButtonElement | null>; onOpen: () => void }

function OpenButton({ label, opener, onOpen }: OpenButtonProps) {
  return (
    <Button
      ref={opener}
      icon={Pencil}
      words={label}
      className="button-icon -my-2 ml-1 align-middle [&>svg]:size-4"
      title={label}
      onClick={onOpen}
    />
  )
}

type NameFieldProps = {
  name: string | undefined
  label: string
  maxLength?: number
  /** A token is compared letter by letter. */
  isToken?: boolean
  /** What is wrong with what was typed, which then stays in the field. */
  faultOf?: (name: string) => string | undefined
  /** An empty field takes the name away. */
  onSave: (name: string | undefined) => void
  onLeave: () => void
}

/** Enter saves, Escape leaves all as it was. */
export function NameField(props: NameFieldProps) {
  const { name, label, maxLength, isToken = false, faultOf, onSave, onLeave } = props
  const { t, w } = useI18n(detailWords)
  const id = useId()
  const [draft, setDraft] = useState(name ?? '')
  const [fault, setFault] = useState<string>()

  function save(event: FormEvent) {
    event.preventDefault()
    const typed = draft.trim()
    const fault = faultOf?.(typed)
    if (fault !== undefined) return setFault(fault)
    onSave(typed || undefined)
    onLeave()
  }

  function leaveOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onLeave()
  }

  return (
    <form onSubmit={save} className="flex flex-wrap gap-2">
      <input
        aria-label={label}
        aria-describedby={fault && id}
        aria-invalid={fault !== undefined}
        value={draft}
        maxLength={maxLength}
        spellCheck={isToken ? false : undefined}
        autoComplete="off"
        onChange={event => setDraft(event.target.value)}
        onKeyDown={leaveOnEscape}
        ref={selectAtOnce}
        className={`field flex-1 py-1.5 ${isToken ? 'min-w-48 font-mono text-sm' : 'min-w-32'}`}
      />
      <Button className="button-main" words={w.save} type="submit" />
      <Button words={t.cancel} onClick={onLeave} />
      {fault !== undefined && (
        <p id={id} role="alert" className="w-full text-failed text-sm">
          {fault}
        </p>
      )}
    </form>
  )
}

/** What is typed takes the place of what the field holds. */
export function selectAtOnce(field: HTMLInputElement | HTMLTextAreaElement | null): void {
  field?.focus()
  field?.select()
}

/** One line of the user's own. */
export function NoteSection({ token }: { token: string }) {
  const w = useWords(detailWords)
  const { tracked } = useBoard()
  const note = useTracked(({ rentals }) => rentals.get(token)?.note)
  const [isEditing, setIsEditing] = useState(false)
  const opener = useFocusBack(isEditing)
  return (
    <Section title={w.note}>
      {isEditing ? (
        <NameField
          name={note}
          label={w.note}
          maxLength={MAX_NOTE_CHARS}
          onSave={note => tracked.edit(token, { note })}
          onLeave={() => setIsEditing(false)}
        />
      ) : (
        <>
          <span className={`wrap-anywhere ${note === undefined ? 'text-muted' : ''}`}>
            {note ?? w.noNote}
          </span>
          <OpenButton
            label={note === undefined ? w.addNote : w.editNote}
            opener={opener}
            onOpen={() => setIsEditing(true)}
          />
        </>
      )}
    </Section>
  )
}

/** Puts another token in the place of one that was mistyped; name, tags, place in the list and whose list that is stay. */
export function TokenEditor({ token, onLeave }: { token: string; onLeave: () => void }) {
  const { t, w } = useI18n(detailWords)
  const { tracked, toasts } = useBoard()
  const team = useTeam()
  const shared = useTeamRental(token)
  const isShared = shared?.tracked.value === true

  function faultOf(corrected: string): string | undefined {
    if (corrected === token) return undefined
    if (!isToken(corrected)) return w.correction.unusable
    return tracked.state.getState().rentals.has(corrected) ? w.correction.present : undefined
  }

  function save(corrected = token) {
    const rental = tracked.state.getState().rentals.get(token)
    if (corrected === token || rental === undefined) return
    team?.keep([corrected], !isShared)
    replace(token, { ...rental, token: corrected })
    if (isShared && shared.care?.value) team?.setCare(corrected, shared.care.value)
    toasts.getState().show({
      text: w.correction.done,
      action: { label: t.undo, run: () => replace(corrected, rental) },
    })
  }

  function replace(old: string, rental: TrackedRental) {
    tracked.restore([rental])
    showDetail(rental.token)
    tracked.remove([old])
  }

  return (
    <div className="mt-3">
      <NameField name={token} label={w.token} isToken faultOf={faultOf} onSave={save} onLeave={onLeave} />
    </div>
  )
}
