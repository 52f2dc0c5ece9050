/** Resolves once the browser has drawn its next picture; at once in a page that is hidden, which draws none. */
export function afterPainting(): Promise<void> {
  return new Promise(resolve => {
    if (document.hidden) resolve()
    else requestAnimationFrame(() => setTimeout(resolve))
  })
}
