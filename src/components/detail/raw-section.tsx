import { useText } from '../../i18n/text.ts'

/** The provider's reply as it came, folded away until someone wants it. */
export function RawSection({ raw }: { raw: string }) {
  const { t } = useText()
  return (
    <details className="border-line border-t px-5 py-4">
      <summary className="font-semibold text-muted text-sm">{t.detail.raw}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="mt-2.5 max-h-80 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs">
        {raw}
      </pre>
    </details>
  )
}
