import { type ComponentType, startTransition, useEffect, useState } from 'react'
import { firstPicture, noteCommit } from '../lib/first-picture.ts'
import { ownTurn } from '../lib/own-turn.ts'
import { laterNeeds } from './later-needs.ts'

/**
 * A component whose code comes after the first picture. Until then, and if the code cannot come, `Meanwhile` is
 * drawn, or nothing. Unlike `late` it waits for nobody to need it, and comes the moment it is there.
 */
export function soon<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType<Props> = Nothing,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined

  async function loadAll() {
    // What loads is asked for in an effect: by then the place that is kept for it stands.
    noteCommit()
    await firstPicture()
    await ownTurn()
    return Promise.all([load(), laterNeeds()])
  }

  return function Soon(props: Props) {
    const [Part, setPart] = useState(() => loaded)
    useEffect(() => {
      let isWanted = true
      if (loaded === undefined) {
        loadAll().then(
          ([part]) => {
            loaded = part
            if (isWanted) startTransition(() => setPart(() => part))
          },
          // What could not be loaded says so itself: `watchVersion` hears of it.
          () => undefined,
        )
      }
      return () => {
        isWanted = false
      }
    }, [])
    return Part ? <Part {...props} /> : <Meanwhile {...props} />
  }
}

function Nothing() {
  return null
}
