import { onTestFinished } from 'vitest'

/** Gives jsdom the modal dialogs that it lacks: one opens, and is then in the page like anything else. */
export function fakeDialogs(): void {
  const { prototype } = HTMLDialogElement
  Object.assign(prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
  })
  onTestFinished(() => void Reflect.deleteProperty(prototype, 'showModal'))
}
