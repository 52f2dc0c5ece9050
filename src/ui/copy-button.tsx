import { Copy } from 'lucide'
import { useBoard } from '../board/board-context.ts'
import { useI18n } from '../i18n/i18n.ts'
import { copyText } from '../lib/copy-text.ts'
import { Button } from './button.tsx'

type CopyButtonProps = {
  words: string
  label: string
  done: string
  /** Selects the text, to be copied by hand. */
  onRefused: () => void
  className?: string
}

export function CopyButton({ words, label, done, onRefused, className = '' }: CopyButtonProps) {
  const { t } = useI18n()
  const { toasts } = useBoard()
  const { show } = toasts.getState()

  async function copy() {
    const isCopied = await copyText(words)
    if (!isCopied) onRefused()
    show({ text: isCopied ? done : t.detail.copyFailed })
  }

  return <Button icon={Copy} words={label} className={className} onClick={copy} />
}
