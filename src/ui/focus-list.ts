export const LIST_ID = 'list'

/** For where what had the focus is gone: the list takes it, or the view in its place, and the page stays where it is. */
export function focusList(): void {
  const view = document.getElementById(LIST_ID) ?? document.querySelector('main')
  view?.focus({ preventScroll: true })
}
