import type { ReactNode } from 'react'

/** One titled part of the detail. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-line border-t px-5 py-4">
      <h3 className="mb-2.5 font-semibold text-muted text-sm">{title}</h3>
      {children}
    </section>
  )
}

/** Names and values side by side; a value that did not arrive is said to be missing. */
export function DescriptionList({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-baseline gap-x-3.5 gap-y-2">{children}</dl>
  )
}

/** One line of {@link DescriptionList}. */
export function DescriptionItem({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}
