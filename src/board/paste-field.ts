/** Of the field that takes tokens: whoever begins elsewhere gives it the focus. */
export const PASTE_FIELD_ID = 'paste-field'

export function focusPasteField(): void {
  document.getElementById(PASTE_FIELD_ID)?.focus()
}
