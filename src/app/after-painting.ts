/** Resolves once the browser has drawn its next two pictures, the second of which has what is being rendered now; at once in a page that is hidden, which draws none. */
export function afterPainting(): Promise<void> {
  return new Promise(resolve => {
    if (document.hidden) resolve()
    else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
  })
}
