/** Changes with the view, the window and the font size: never cached, and not to be called while a row is drawn. */
export function remInPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}
