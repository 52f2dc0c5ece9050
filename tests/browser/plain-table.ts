import type { Page } from '@playwright/test'

/** Milliseconds until a table of these cells, written by hand, stands on the page: what this machine needs at present. */
export async function plainTableTime(page: Page, lines: readonly (readonly string[])[]): Promise<number> {
  return page.evaluate(
    lines =>
      new Promise<number>(resolve => {
        const began = performance.now()
        const table = document.createElement('table')
        for (const cells of lines) {
          const row = table.insertRow()
          for (const text of cells) row.insertCell().textContent = text
        }
        document.body.append(table)
        requestAnimationFrame(() =>
          setTimeout(() => {
            resolve(performance.now() - began)
            table.remove()
          }),
        )
      }),
    lines,
  )
}
