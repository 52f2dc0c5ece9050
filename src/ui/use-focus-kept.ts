import { useEffect } from 'react'
import { focusList } from './focus-list.ts'

/** For a part of the page that may go with the focus in it: the list has it then. */
export function useFocusKept(): void {
  useEffect(
    () => () => {
      if (document.activeElement === document.body) focusList()
    },
    [],
  )
}
