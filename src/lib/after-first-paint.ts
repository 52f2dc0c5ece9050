/** A hidden page paints nothing: after this time it counts as painted. */
const NO_PAINT_MS = 500

let commit = () => {}
const painted = new Promise<void>(resolve => {
  commit = resolve
}).then(nextPaint)

/** Call it when the page has been put into the document and is about to be painted. */
export function markFirstPaint(): void {
  commit()
}

export function afterFirstPaint(): Promise<void> {
  return painted
}

function nextPaint(): Promise<void> {
  return new Promise(resolve => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, document.hidden ? 0 : NO_PAINT_MS)
  })
}
