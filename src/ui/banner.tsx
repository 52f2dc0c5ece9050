import type { IconNode } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

const tones = {
  alarm: 'border-failed-dot bg-failed-tint text-failed',
  notice: 'border-generating-dot bg-generating-tint text-generating',
  calm: 'border-downloaded-dot bg-downloaded-tint text-downloaded',
}

type BannerProps = {
  tone: keyof typeof tones
  icon: IconNode
  title?: string
  text: string
  /** Stands in for the text on a phone, so that the banner is one line. */
  brief?: string
  /** The provider's own words. */
  quote?: string | undefined
  /** Read out at once when it appears. */
  urgent?: boolean
  children?: ReactNode
}

export function Banner({ tone, icon, title, text, brief, quote, urgent = false, children }: BannerProps) {
  return (
    <div role={urgent ? 'alert' : 'status'} className={`border-b-2 ${tones[tone]}`}>
      <div className="mx-auto flex max-w-400 flex-wrap items-center gap-x-3 gap-y-2 px-4 sm:gap-x-4 py-2 sm:px-7 sm:py-2.5 compact:py-1.5">
        <Icon of={icon} className={`size-5 shrink-0 max-sm:self-start ${brief ? 'compact:hidden' : ''}`} />
        <p className={`min-w-0 flex-1 text-ink ${brief ? 'basis-36 compact:text-xs' : 'basis-64'}`}>
          {title && (
            <strong className={`mr-2 font-semibold ${brief ? 'compact:block compact:text-sm' : ''}`}>
              {title}
            </strong>
          )}
          {brief && <span className="hidden compact:inline">{brief}</span>}
          <span className={brief ? 'compact:hidden' : ''}>{text}</span>
          {quote && <span className="ml-2 text-muted">{quote}</span>}
        </p>
        {children && <div className="flex flex-wrap gap-2">{children}</div>}
      </div>
    </div>
  )
}
