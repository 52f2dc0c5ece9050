import { attempt } from '../lib/attempt.ts'

/** What needs its keys for itself: fields, menus, and text that can be scrolled. */
const OWN_KEYS_SELECTOR = 'input:not([type=checkbox]), textarea, select, pre, [contenteditable]'

/** True when a key press is for the page: nobody handled it, no field needs it, and nothing is open over the page. */
export function isShortcutTarget({ target, defaultPrevented, altKey }: KeyboardEvent): boolean {
  if (defaultPrevented || altKey || isCovered()) return false
  return !(target instanceof Element) || target.closest(OWN_KEYS_SELECTOR) === null
}

function isCovered(): boolean {
  // An older browser does not know popovers, nor this word for them.
  const popover = attempt(() => document.querySelector(':popover-open'))
  return Boolean(popover) || document.querySelector('dialog[open]') !== null
}
