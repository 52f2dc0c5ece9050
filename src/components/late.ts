import type { ComponentType } from 'react'
import { arriving, Nothing } from './arriving.tsx'
import { laterNeeds } from './later-needs.ts'

/**
 * A component whose code comes when it is first drawn. If the code cannot come, because a deployment replaced it or
 * the network is down, `Instead` is drawn, or nothing: the page goes on, and offers to reload (`watchVersion`). Until
 * then `Meanwhile` keeps its room. React's own `lazy` would show it up to 300 ms late: it spaces out what suspends.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Instead: ComponentType<Props> = Nothing,
  Meanwhile: ComponentType<Props> = Nothing,
): ComponentType<Props> {
  async function loadAll() {
    const [part] = await Promise.all([load(), laterNeeds()])
    return part
  }
  return arriving(loadAll, Meanwhile, Instead, draw => draw())
}
