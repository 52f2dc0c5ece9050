import { RowLook, type RowProps } from './row-look.tsx'
import { useRow } from './use-row.ts'

/** One rental as a page shows it first: it looks like its row, and only leads to its detail. */
export function FirstRow(props: RowProps) {
  const row = useRow(props.token)
  return row && <RowLook {...props} {...row} />
}
