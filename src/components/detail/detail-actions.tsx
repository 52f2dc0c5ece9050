import { useText } from '../../i18n/text.ts'
import { boardAddress } from '../address.ts'
import { useBoard } from '../board-context.ts'

/** What can be done with a rental besides looking at it. */
export function DetailActions({ token }: { token: string }) {
  const { t } = useText()
  const { tracked, toasts } = useBoard()
  const { show } = toasts.getState()

  async function copy() {
    try {
      await navigator.clipboard.writeText(token)
      show({ text: t.detail.copied })
    } catch {
      // Over plain http on a network the browser has no clipboard to offer.
      show({ text: t.detail.copyFailed })
    }
  }

  function remove() {
    const removed = tracked.remove([token])
    location.hash = boardAddress
    show({
      text: t.toast.removed(removed.length),
      action: { label: t.undo, run: () => tracked.restore(removed) },
    })
  }

  return (
    <footer className="flex flex-wrap gap-2 border-line border-t px-5 py-4">
      <button type="button" className="button" onClick={copy}>
        {t.detail.copy}
      </button>
      <button type="button" className="button" onClick={remove}>
        {t.detail.remove}
      </button>
    </footer>
  )
}
