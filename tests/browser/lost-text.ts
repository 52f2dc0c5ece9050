import type { Page } from '@playwright/test'

/**
 * Every line of text in the page of which a character cannot be seen: cut off or ended with «…» by what holds it,
 * beside the page, or under another text. What is scrolled to is seen, and what only screen readers are told is no text
 * here.
 */
export function lostText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Box = { left: number; right: number; top: number; bottom: number }
    const inside = (a: Box, b: Box): Box => ({
      left: Math.max(a.left, b.left),
      right: Math.min(a.right, b.right),
      top: Math.max(a.top, b.top),
      bottom: Math.min(a.bottom, b.bottom),
    })
    const isSeen = ({ left, right, top, bottom }: Box) => right - left > 1 && bottom - top > 1
    const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
    const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'

    /** For screen readers alone, or not there at all. */
    function isUntold(element: Element): boolean {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return true
      for (let around: Element | null = element; around; around = around.parentElement)
        if (getComputedStyle(around).clipPath === 'inset(50%)') return true
      return false
    }

    /**
     * What is left of a line within all that holds it, `shown` as it is scrolled now; and whether it can be scrolled to,
     * or lies over the page.
     */
    function look(line: DOMRect, parent: Element) {
      let seen: Box = line
      let shown: Box = line
      let isReached = false
      let isAbove = false
      for (let around: Element | null = parent; around; around = around.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(around)
        const box = around.getBoundingClientRect()
        const far = { left: -1e6, right: 1e6, top: -1e6, bottom: 1e6 }
        // The root's own overflow is the window's.
        const isRoot = around === document.body || around === document.documentElement
        if (!isReached && !isRoot)
          seen = inside(seen, {
            ...far,
            ...(cuts(overflowX) && { left: box.left, right: box.right }),
            ...(cuts(overflowY) && { top: box.top, bottom: box.bottom }),
          })
        if (!isRoot && (scrolls(overflowX) || scrolls(overflowY))) shown = inside(shown, box)
        isReached ||= !isRoot && (scrolls(overflowX) || scrolls(overflowY))
        isAbove ||= position === 'fixed' || position === 'sticky'
      }
      return { seen, shown: inside(seen, shown), isReached, isAbove }
    }

    const faults: string[] = []
    const lines: { node: Node; what: string; seen: Box; isAbove: boolean }[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const node = texts.currentNode
      const parent = node.parentElement
      if (parent === null || !node.textContent?.trim() || isUntold(parent)) continue
      const what = `«${node.textContent}»`
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const line of range.getClientRects()) {
        if (!isSeen(line)) continue
        const { seen, shown, isReached, isAbove } = look(line, parent)
        const isCut =
          seen.right - seen.left < line.width - 1 ||
          seen.bottom - seen.top < Math.min(line.height * 0.85, line.height - 1)
        if (isCut) faults.push(`${what} is cut off`)
        const isBeside = line.left < -1 || line.right > document.documentElement.clientWidth + 1
        if (isBeside && !isReached && !isAbove) faults.push(`${what} is beside the page`)
        // The letters themselves: lines may stand closer than their boxes are high.
        const edge = line.height / 5
        lines.push({
          node,
          what,
          seen: { ...shown, top: shown.top + edge, bottom: shown.bottom - edge },
          isAbove,
        })
      }
    }
    for (const [at, { node, what, seen, isAbove }] of lines.entries())
      for (const other of lines.slice(at + 1))
        if (node !== other.node && isAbove === other.isAbove && isSeen(inside(seen, other.seen)))
          faults.push(`${what} lies over ${other.what}`)
    return [...new Set(faults)]
  })
}
