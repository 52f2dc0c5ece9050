import { Pencil } from 'lucide'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Icon } from '../../ui/icon.tsx'

export function NameEditor({ token }: { token: string }) {
  const { t } = useI18n()
  const { tracked } = useBoard()
  const name = useStore(tracked.state, ({ rentals }) => rentals.get(token)?.name)
  const [draft, setDraft] = useState<string>()

  function save(event: FormEvent) {
    event.preventDefault()
    tracked.edit(token, { name: draft?.trim() || undefined })
    setDraft(undefined)
  }

  function abandonOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    setDraft(undefined)
  }

  if (draft !== undefined) {
    return (
      <form onSubmit={save} className="flex min-w-0 flex-1 flex-wrap gap-2">
        <input
          aria-label={t.detail.nameLabel}
          value={draft}
          maxLength={120}
          onChange={event => setDraft(event.target.value)}
          onKeyDown={abandonOnEscape}
          ref={field => field?.focus()}
          className="field min-w-40 flex-1 py-1.5"
        />
        <button type="submit" className="button button-main">
          {t.save}
        </button>
        <button type="button" className="button" onClick={() => setDraft(undefined)}>
          {t.cancel}
        </button>
      </form>
    )
  }
  return (
    <div className="min-w-0">
      <h2 className={`font-semibold text-xl tracking-tight ${name ? '' : 'font-mono text-lg'}`}>
        <span>{name ?? token}</span>
        <button
          type="button"
          className="button -my-2 ml-1 border-transparent px-2 align-middle"
          title={t.detail.rename}
          onClick={() => setDraft(name ?? '')}
        >
          <Icon of={Pencil} className="size-4" />
          <span className="sr-only">{t.detail.rename}</span>
        </button>
      </h2>
      {name && <p className="select-all font-mono text-muted text-xs">{token}</p>}
    </div>
  )
}
