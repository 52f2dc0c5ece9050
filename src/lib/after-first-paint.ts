let commit = () => {}
const committed = new Promise<void>(resolve => {
  commit = resolve
})
let picture: Promise<void> | undefined

/** Says that something has been put into the document, and is about to be drawn. */
export function markFirstPaint(): void {
  commit()
}

/** Resolves once the browser has drawn what was committed first, and soon where it draws nothing. */
export function afterFirstPaint(): Promise<void> {
  picture ??= committed.then(nextPicture)
  return picture
}

function nextPicture(): Promise<void> {
  return new Promise(resolve => {
    requestAnimationFrame(() => setTimeout(resolve))
    // A page that is hidden, or becomes so just now, draws no picture, and is polled all the same.
    setTimeout(resolve, document.hidden ? 0 : 500)
  })
}
