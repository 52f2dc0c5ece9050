export const LIST_ID = 'list'

/** For where what had the focus is gone: the list of rentals takes it, and the page stays where it is. */
export function focusList(): void {
  document.getElementById(LIST_ID)?.focus({ preventScroll: true })
}
