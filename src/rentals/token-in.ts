import { tokensByName } from './key-names.ts'
import { withoutSecrets } from './secrets.ts'

/** The token in an address or after its name; else the text itself. Never a key. */
export function tokenIn(written: string): string {
  // Without a sign or a space there is no name with a value.
  if (!/[\s=:%&＝：]/.test(written)) return written
  const { text, hadSecrets } = withoutSecrets(written)
  return tokensByName(text)[0]?.trim() || (hadSecrets ? '' : text)
}
