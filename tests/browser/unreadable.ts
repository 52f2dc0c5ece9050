import type { Page } from '@playwright/test'

/** What of the cards on the wall cannot be read: text that is cut, gone, or that lies over other text. */
export function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Box = { left: number; right: number; top: number; bottom: number }
    const inside = (a: Box, b: Box): Box => ({
      left: Math.max(a.left, b.left),
      right: Math.min(a.right, b.right),
      top: Math.max(a.top, b.top),
      bottom: Math.min(a.bottom, b.bottom),
    })
    const isSeen = ({ left, right, top, bottom }: Box) => right - left > 1 && bottom - top > 1

    /** What is seen of a line within all that cuts it, and whether it may end in «…». */
    function look(line: DOMRect, parent: Element | null) {
      let seen: Box = line
      let mayEnd = false
      for (let around = parent; around && around !== document.body; around = around.parentElement) {
        const { overflowY, textOverflow, webkitLineClamp } = getComputedStyle(around)
        mayEnd ||= textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
        if (overflowY !== 'visible' || around.matches('[data-token]'))
          seen = inside(seen, around.getBoundingClientRect())
      }
      return { seen, mayEnd }
    }

    const faults: string[] = []
    const lines: { node: Node; what: string; seen: Box }[] = []
    const cards = [...document.querySelectorAll('main [data-token]')]
    if (cards.length === 0) faults.push('there is no card')
    for (const card of cards) {
      const texts = document.createTreeWalker(card, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const node = texts.currentNode
        const parent = node.parentElement
        const what = `«${node.textContent}» of «${card.querySelector('h3')?.textContent}»`
        const range = document.createRange()
        range.selectNodeContents(node)
        const looks = [...range.getClientRects()].map(line => ({ line, ...look(line, parent) }))
        const shown = looks.filter(({ seen }) => isSeen(seen))
        // The further facts of a card are left out whole where there is no room for them.
        const mayGo = parent?.previousElementSibling && parent.closest('p')?.matches('.overflow-hidden')
        if (shown.length === 0 && !mayGo) faults.push(`${what} is gone`)
        for (const { line, seen, mayEnd } of shown) {
          if (seen.bottom - seen.top < line.height - 1) faults.push(`${what} is cut through`)
          if (seen.right - seen.left < line.width - 1 && !mayEnd) faults.push(`${what} ends too early`)
          lines.push({ node, what, seen })
        }
      }
      const { left, right, bottom } = card.getBoundingClientRect()
      if (left < -1 || right > innerWidth + 1 || bottom + scrollY > document.documentElement.scrollHeight + 1)
        faults.push(`«${card.textContent}» is out of the page`)
    }
    for (const [at, { node, what, seen }] of lines.entries())
      for (const other of lines.slice(at + 1)) {
        // A line with «…» is told twice.
        const isSame = node === other.node && seen.top === other.seen.top
        if (!isSame && isSeen(inside(seen, other.seen))) faults.push(`${what} lies over ${other.what}`)
      }
    return faults
  })
}
