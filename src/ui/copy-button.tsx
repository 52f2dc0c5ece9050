import { Copy } from 'lucide'
import { useBoard } from '../board/board-context.ts'
import { useI18n } from '../i18n/i18n.ts'
import { ButtonFace } from './icon.tsx'

type CopyButtonProps = {
  words: string
  label: string
  done: string
  /** Selects the text, to be copied by hand, where the browser offers no clipboard: over plain http on a network. */
  onRefused: () => void
}

export function CopyButton({ words, label, done, onRefused }: CopyButtonProps) {
  const { t } = useI18n()
  const { toasts } = useBoard()
  const { show } = toasts.getState()

  async function copy() {
    try {
      await navigator.clipboard.writeText(words)
      show({ text: done })
    } catch {
      onRefused()
      show({ text: t.detail.copyFailed })
    }
  }

  return (
    <button type="button" className="button" onClick={copy}>
      <ButtonFace icon={Copy} words={label} />
    </button>
  )
}
