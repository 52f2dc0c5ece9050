import { Copy } from 'lucide'
import { useBoard } from '../board/board-context.ts'
import { useWords } from '../i18n/i18n.ts'
import { laterWords } from '../i18n/later-words.ts'
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
  const w = useWords(laterWords)
  const { toasts } = useBoard()
  const { show } = toasts.getState()

  async function copy() {
    const isCopied = await copyText(words)
    if (!isCopied) onRefused()
    show({ text: isCopied ? done : w.copyFailed })
  }

  return <Button icon={Copy} words={label} className={className} onClick={copy} />
}
