import { Check } from 'lucide'
import type { ChangeEvent } from 'react'
import { useStore } from 'zustand'
import { useI18n } from '../../../i18n/i18n.ts'
import { Icon } from '../../icon.tsx'
import { select, selectionStore } from '../selection-store.ts'

/**
 * The box that chooses a rental, in the margin beside the row, on a card at the end of its name: out of sight until the
 * row is pointed at, focused, or anything is selected. Fingers reach it only while they choose.
 */
export function SelectCell({ token, name }: { token: string; name: string }) {
  const { t } = useI18n()
  const isSelected = useStore(selectionStore, ({ selected }) => selected.has(token))

  function change({ nativeEvent }: ChangeEvent) {
    select(token, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
  }

  return (
    <div
      role="cell"
      className="absolute top-0 -left-7 z-10 grid h-full w-7 place-items-center opacity-0 has-focus-visible:opacity-100 group-hover/row:opacity-100 group-data-selecting/list:opacity-100 group-data-[layout=narrow]/list:top-12 group-data-[layout=narrow]/list:right-1.25 group-data-[layout=narrow]/list:left-auto group-data-[layout=narrow]/list:size-11 pointer-coarse:pointer-events-none pointer-coarse:group-data-selecting/list:pointer-events-auto pointer-coarse:not-has-focus-visible:not-in-data-selecting:opacity-0 print:hidden"
    >
      <input
        type="checkbox"
        aria-label={t.tools.select(name)}
        checked={isSelected}
        onChange={change}
        className="peer absolute inset-0 size-full cursor-pointer opacity-0"
      />
      <span className="pointer-events-none grid size-4.5 place-items-center rounded-sm border border-strong-line bg-surface *:invisible peer-checked:border-ink peer-checked:bg-ink peer-checked:text-paper peer-checked:*:visible peer-focus-visible:outline-2 peer-focus-visible:outline-focus peer-focus-visible:outline-offset-2">
        <Icon of={Check} className="size-3.5" strokeWidth={3} />
      </span>
    </div>
  )
}
