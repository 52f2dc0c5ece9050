let commit = () => {}
const committed = new Promise<void>(resolve => {
  commit = resolve
})
let picture: Promise<void> | undefined

/** Says that something has been put into the document, and is about to be drawn. */
export function noteCommit(): void {
  commit()
}

/** Resolves once the browser has drawn what was committed first; at once in a page that is hidden, which draws none. */
export function firstPicture(): Promise<void> {
  picture ??= committed.then(nextPicture)
  return picture
}

function nextPicture(): Promise<void> {
  return new Promise(resolve => {
    if (document.hidden) resolve()
    else requestAnimationFrame(() => setTimeout(resolve))
  })
}
