import { Pencil } from 'lucide'
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { useCalledName, useOwnName } from '../../board/use-rental.ts'
import { interestName } from '../../format/format-targeting.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { detailWords } from './words.ts'

export function RentalName({ token }: { token: string }) {
  const w = useWords(detailWords)
  const { tracked } = useBoard()
  const name = useOwnName(token)
  const called = useCalledName(token)
  return (
    <div className="min-w-0 flex-1">
      <NameEditor
        name={name}
        label={w.nameLabel}
        openLabel={w.rename}
        maxLength={120}
        onSave={name => tracked.edit(token, { name })}
      >
        <h2 className="inline font-semibold text-xl tracking-tight">{called}</h2>
      </NameEditor>
      {called !== token && <p className="select-all font-mono text-muted text-xs">{token}</p>}
    </div>
  )
}

/** The provider documents no names of interests: the user names a code here, once. */
export function InterestName({ code }: { code: string }) {
  const { t } = useI18n()
  const { preferences } = useBoard()
  const names = useStore(preferences.state, state => state.interests)
  const name = interestName(code, t, names)

  function save(typed: string | undefined) {
    const { [code]: _, ...others } = names
    preferences.set({ interests: typed ? { ...others, [code]: typed } : others })
  }

  const label = t.targeting.nameInterest(code)
  return (
    <NameEditor name={name} label={label} openLabel={label} maxLength={60} onSave={save}>
      <span>{name ?? code}</span>
      {name !== undefined && <span className="text-muted">{` ${code}`}</span>}
    </NameEditor>
  )
}

type NameEditorProps = {
  name: string | undefined
  /** Of the field, and of the button that opens it. */
  label: string
  openLabel: string
  maxLength: number
  /** An empty field takes the name away. */
  onSave: (name: string | undefined) => void
  children: ReactNode
}

/** What it shows turns into a field; Enter saves, Escape leaves all as it was. */
function NameEditor({ name, label, openLabel, maxLength, onSave, children }: NameEditorProps) {
  const { t } = useI18n()
  const [draft, setDraft] = useState<string>()
  const leave = () => setDraft(undefined)

  function save(event: FormEvent) {
    event.preventDefault()
    onSave(draft?.trim() || undefined)
    leave()
  }

  function leaveOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    leave()
  }

  if (draft === undefined) {
    return (
      <>
        {children}
        <Button
          icon={Pencil}
          words={openLabel}
          className="button-icon -my-2 ml-1 align-middle [&>svg]:size-4"
          title={openLabel}
          onClick={() => setDraft(name ?? '')}
        />
      </>
    )
  }
  return (
    <form onSubmit={save} className="flex flex-wrap gap-2">
      <input
        aria-label={label}
        value={draft}
        maxLength={maxLength}
        onChange={event => setDraft(event.target.value)}
        onKeyDown={leaveOnEscape}
        ref={field => field?.focus()}
        className="field min-w-32 flex-1 py-1.5"
      />
      <Button className="button-main" words={t.save} type="submit" />
      <Button words={t.cancel} onClick={leave} />
    </form>
  )
}
