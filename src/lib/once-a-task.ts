/** Runs the work once, at the end of the task in which it was asked for, however often that was. */
export function onceATask(work: () => void): () => void {
  let isWaiting = false
  return () => {
    if (isWaiting) return
    isWaiting = true
    queueMicrotask(() => {
      isWaiting = false
      work()
    })
  }
}
