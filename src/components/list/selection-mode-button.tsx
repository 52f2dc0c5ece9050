import { ListChecks } from 'lucide'
import { useStore } from 'zustand'
import { useI18n } from '../../i18n/i18n.ts'
import { Icon } from '../icon.tsx'
import { selectionModeStore, toggleSelectionMode } from './selection-store.ts'

/** Begins and ends choosing rentals by touch, where boxes do not appear under a pointer. */
export function SelectionModeButton() {
  const { t } = useI18n()
  const isSelecting = useStore(selectionModeStore, ({ isOn }) => isOn)
  return (
    <button
      type="button"
      aria-pressed={isSelecting}
      title={t.tools.pick}
      onClick={toggleSelectionMode}
      className="button hidden pointer-coarse:inline-flex aria-pressed:border-ink aria-pressed:font-semibold max-sm:inline-flex max-sm:px-2.5 pointer-coarse:min-w-11"
    >
      <Icon of={ListChecks} className="size-4" />
      <span className="max-sm:sr-only">{t.tools.pick}</span>
    </button>
  )
}
