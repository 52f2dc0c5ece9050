import { memo, useRef } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../board-context.ts'
import { placesStore } from '../places-store.ts'
import { RowLook, type RowProps } from './row-look.tsx'
import { useRow } from './use-row.ts'

/** One rental of the list, drawn anew only when what it shows changes. */
export const RentalRow = memo(function RentalRow(props: RowProps) {
  const { token, isBrief, manners } = props
  const row = useRef<HTMLDivElement>(null)
  const content = useRow(token)
  const rental = isBrief ? undefined : content?.summary.rental
  const interests = useStore(useBoard().preferences.state, state => state.interests)
  const sentence = useStore(placesStore, places => rental && manners?.say(rental, places, interests))
  return content && <RowLook {...props} {...content} sentence={sentence} row={row} />
})
