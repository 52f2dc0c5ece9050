import { Pencil } from 'lucide'
import { type FormEvent, useState } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { interestName } from '../../format/format-targeting.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Icon } from '../../ui/icon.tsx'

/** The provider documents no names of interests: the user names a code here, once. */
export function InterestName({ code }: { code: string }) {
  const { t } = useI18n()
  const { preferences } = useBoard()
  const names = useStore(preferences.state, state => state.interests)
  const [draft, setDraft] = useState<string>()
  const name = interestName(code, t, names)

  function save(event: FormEvent) {
    event.preventDefault()
    const { [code]: _, ...others } = names
    const typed = draft?.trim()
    preferences.set({ interests: typed ? { ...others, [code]: typed } : others })
    setDraft(undefined)
  }

  if (draft !== undefined) {
    return (
      <form onSubmit={save} className="flex flex-wrap gap-2">
        <input
          aria-label={t.targeting.nameInterest(code)}
          value={draft}
          maxLength={60}
          onChange={event => setDraft(event.target.value)}
          onKeyDown={event => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            setDraft(undefined)
          }}
          ref={field => field?.focus()}
          className="field min-w-32 flex-1 py-1"
        />
        <button type="submit" className="button button-main">
          {t.save}
        </button>
      </form>
    )
  }
  return (
    <span>
      <span>{name ?? code}</span>
      {name !== undefined && <span className="text-muted">{` ${code}`}</span>}
      <button
        type="button"
        className="button -my-2 ml-1 border-transparent px-2 align-middle"
        title={t.targeting.nameInterest(code)}
        onClick={() => setDraft(name ?? '')}
      >
        <Icon of={Pencil} className="size-3.5" />
        <span className="sr-only">{t.targeting.nameInterest(code)}</span>
      </button>
    </span>
  )
}
