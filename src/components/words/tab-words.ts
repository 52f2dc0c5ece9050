import type { Text } from '../../i18n/text.ts'

/** The title of the tab: «(3) Suivi des locations», and that the connection is lost while it is. */
export function tabTitle(ready: number, isLost: boolean, { t, f }: Text): string {
  const title = ready > 0 ? `(${f.number(ready)}) ${t.title}` : t.title
  return isLost ? `${t.live.lost} – ${title}` : title
}
