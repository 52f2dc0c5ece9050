import type { ComponentProps } from 'react'
import type { FullText } from '../../i18n/full-text.ts'
import { rentalSentence } from '../words/rental-sentence.ts'
import { SelectCell } from './cells/select-cell.tsx'
import type { RowManners } from './row-look.tsx'
import { chooseInstead } from './selection-store.ts'
import { useGlow } from './use-glow.ts'

/** How rows are chosen, glow and are spoken of in one language. */
export function rowManners(text: FullText): RowManners {
  return {
    Choice: SelectCell,
    Glow,
    onPress: chooseInstead,
    say: (rental, places, interests) => rentalSentence(rental, text, places, interests),
  }
}

function Glow({ token, row }: ComponentProps<RowManners['Glow']>) {
  useGlow(token, row)
  return null
}
