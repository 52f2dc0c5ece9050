import { memo } from 'react'
import { useRentalSentence } from '../use-rental-sentence.ts'
import { SelectCell } from './cells/select-cell.tsx'
import { RowLook, type RowProps } from './row-look.tsx'
import { chooseInstead } from './selection-store.ts'
import { useGlow } from './use-glow.ts'
import { useRow } from './use-row.ts'

/** One rental of the list, drawn anew only when what it shows changes. */
export const RentalRow = memo(function RentalRow(props: RowProps) {
  const { token } = props
  const row = useRow(token)
  const glow = useGlow(token)
  const sentence = useRentalSentence(row?.summary.rental)
  return (
    row && (
      <RowLook
        {...props}
        {...row}
        ref={glow}
        sentence={sentence}
        choice={<SelectCell token={token} name={row.own.name ?? token} />}
        onPress={event => chooseInstead(event, token)}
      />
    )
  )
})
