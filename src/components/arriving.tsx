import { type ComponentType, useEffect, useState } from 'react'

/**
 * A component whose code is loaded once it is drawn; `late` and `soon` say when and how.
 * @param Meanwhile drawn until the code is there
 * @param Instead drawn when it cannot come; where the component is drawn anew, it is asked for again
 * @param show runs what puts the component in its place
 */
export function arriving<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType<Props>,
  Instead: ComponentType<Props>,
  show: (draw: () => void) => void,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined

  async function loadOnce() {
    loaded ??= await load()
    return loaded
  }

  return function Arriving(props: Props) {
    const [Part, setPart] = useState(() => loaded)
    useEffect(() => {
      if (loaded !== undefined) return
      let isWanted = true
      loadOnce()
        // What could not be loaded says so itself: `watchVersion` hears of it.
        .catch(() => Instead)
        .then(part => {
          if (isWanted) show(() => setPart(() => part))
        })
      return () => {
        isWanted = false
      }
    }, [])
    return Part ? <Part {...props} /> : <Meanwhile {...props} />
  }
}

/** Draws nothing, whatever it is given. */
export function Nothing() {
  return null
}
