/** What needs its keys for itself: fields, menus, and text that can be scrolled. */
const OWN_KEYS_SELECTOR = 'input:not([type=checkbox]), textarea, select, pre, [contenteditable]'

/** True when a key press is for the page: nobody handled it, no field needs it, and no dialog is open. */
export function isShortcutTarget({ target, defaultPrevented, altKey }: KeyboardEvent): boolean {
  if (defaultPrevented || altKey || document.querySelector('dialog[open]') !== null) return false
  return !(target instanceof Element) || target.closest(OWN_KEYS_SELECTOR) === null
}
