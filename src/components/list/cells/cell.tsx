import type { ReactNode } from 'react'

/** One cell of a row; its place in the layout comes with the class. */
export function Cell({ className, children }: { className: string; children: ReactNode }) {
  return (
    <div role="cell" className={`min-w-0 ${className}`}>
      {children}
    </div>
  )
}
