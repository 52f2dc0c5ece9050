import { tokensByName } from './key-names.ts'
import { withoutSecrets } from './secrets.ts'

/** The token that an address asks for, or that stands after its name; else the text itself. Never a key. */
export function tokenIn(written: string): string {
  // Where no sign and no space parts a name from a value, there is neither.
  if (!/[\s=:%&＝：]/.test(written)) return written
  const { text, hadSecrets } = withoutSecrets(written)
  return tokensByName(text)[0]?.trim() || (hadSecrets ? '' : text)
}
