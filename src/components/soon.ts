import { type ComponentType, startTransition } from 'react'
import { afterFirstPaint, markFirstPaint } from '../lib/after-first-paint.ts'
import { ownTurn } from '../lib/own-turn.ts'
import { arriving, Nothing } from './arriving.tsx'
import { laterNeeds } from './later-needs.ts'

/**
 * A component whose code comes after the first picture. Until then, and if the code cannot come, `Meanwhile` is
 * drawn, or nothing. Unlike `late` it waits for nobody to need it, and comes the moment it is there.
 */
export function soon<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType<Props> = Nothing,
): ComponentType<Props> {
  async function loadAll() {
    // What loads is asked for in an effect: by then the place that is kept for it stands.
    markFirstPaint()
    await afterFirstPaint()
    await ownTurn()
    const [part] = await Promise.all([load(), laterNeeds()])
    return part
  }
  return arriving(loadAll, Meanwhile, Meanwhile, startTransition)
}
