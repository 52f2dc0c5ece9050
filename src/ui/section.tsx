import { ChevronRight } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-line border-t px-5 py-4">
      <h3 className="mb-2.5 font-semibold text-muted text-sm">{title}</h3>
      {children}
    </section>
  )
}

/** What is not needed every day: the heading unfolds it. */
export function FoldedSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group/fold border-line border-t px-5 py-4">
      <summary className="flex items-center justify-between gap-3 text-muted text-sm [&::-webkit-details-marker]:hidden">
        <h3 className="font-semibold">{title}</h3>
        <Icon of={ChevronRight} className="size-4 shrink-0 group-open/fold:rotate-90" />
      </summary>
      <div className="mt-2.5">{children}</div>
    </details>
  )
}

export function DescriptionList({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-baseline gap-x-3.5 gap-y-2">{children}</dl>
  )
}

export function DescriptionItem({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}
