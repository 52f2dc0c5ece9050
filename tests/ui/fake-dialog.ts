import { onTestFinished } from 'vitest'

/** Gives jsdom the modal dialogs that it lacks: one opens, and is then in the page like anything else. */
export function fakeDialogs(): void {
  const { prototype } = HTMLDialogElement
  Object.assign(prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      this.open = false
    },
  })
  onTestFinished(() => {
    for (const method of ['showModal', 'close']) Reflect.deleteProperty(prototype, method)
  })
}
