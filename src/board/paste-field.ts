import { attempt } from '../lib/attempt.ts'
import { browserStorage } from '../lib/browser-storage.ts'
import type { NewRental } from '../rentals/tracked-store.ts'
import { KEPT_PASTE_KEY } from '../storage.ts'

/** Of the field that takes tokens: whoever begins elsewhere gives it the focus. */
export const PASTE_FIELD_ID = 'paste-field'

export function focusPasteField(): void {
  document.getElementById(PASTE_FIELD_ID)?.focus()
}

/** Keeps what was pasted into the demonstration for the user's own board: tokens and names only, until the tab closes. */
export function keepPaste(rentals: readonly NewRental[]): void {
  const text = rentals.map(({ token, name }) => (name === undefined ? token : `${token}\t${name}`)).join('\n')
  attempt(() => browserStorage('sessionStorage')?.setItem(KEPT_PASTE_KEY, text))
}

/** As it would be pasted; empty where nothing is kept. */
export function keptPaste(): string {
  return attempt(() => browserStorage('sessionStorage')?.getItem(KEPT_PASTE_KEY)) ?? ''
}

export function forgetPaste(): void {
  attempt(() => browserStorage('sessionStorage')?.removeItem(KEPT_PASTE_KEY))
}
