/**
 * The pixels of one rem now, which the view, the window and the reader's font size set. Never kept: asked for where
 * something was just laid out, and not while a row is drawn.
 */
export function remInPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}
