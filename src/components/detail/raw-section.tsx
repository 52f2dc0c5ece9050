import { useRef } from 'react'
import { useI18n } from '../../i18n/i18n.ts'
import { CopyButton } from './copy-button.tsx'

/** The provider's reply as it came, folded away until someone wants it. */
export function RawSection({ raw }: { raw: string }) {
  const { t } = useI18n()
  const reply = useRef<HTMLPreElement>(null)

  function select() {
    if (reply.current === null) return
    reply.current.focus()
    getSelection()?.selectAllChildren(reply.current)
  }

  return (
    <details className="border-line border-t px-5 py-4">
      <summary className="font-semibold text-muted text-sm">{t.detail.raw}</summary>
      <pre
        ref={reply}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="mt-2.5 mb-3 max-h-80 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs"
      >
        {raw}
      </pre>
      <CopyButton words={raw} label={t.detail.copyRaw} done={t.detail.rawCopied} onRefused={select} />
    </details>
  )
}
