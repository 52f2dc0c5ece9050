import { useI18n } from '../../i18n/i18n.ts'
import { viewStore } from '../view-store.ts'

type CollapseButtonProps = { hidden: number; open: boolean; rowIndex: number; height: number }

/** Folds and unfolds the finished rentals beyond the first twenty. Height in pixels. */
export function CollapseButton({ hidden, open, rowIndex, height }: CollapseButtonProps) {
  const { t } = useI18n()
  return (
    <div role="row" aria-rowindex={rowIndex} style={{ height }} className="flex items-center print:hidden">
      <div role="cell" aria-colspan={7}>
        <button
          type="button"
          className="button"
          aria-expanded={open}
          onClick={() => viewStore.setState({ unfolded: !open })}
        >
          {open ? t.list.showFewer : t.list.showAll(hidden)}
        </button>
      </div>
    </div>
  )
}
