import { type ComponentType, lazy } from 'react'
import { laterNeeds } from './later-needs.ts'

/**
 * A component whose code comes when it is first drawn. If the code cannot come, because a deployment replaced it or
 * the network is down, `instead` is drawn, or nothing: the page goes on, and offers to reload (`watchVersion`).
 */
export function late<Props>(
  load: () => Promise<ComponentType<Props>>,
  instead: ComponentType<Props> = Nothing,
) {
  async function loadAll() {
    const [part] = await Promise.all([load(), laterNeeds()])
    return part
  }
  return lazy(async () => ({ default: await loadAll().catch(() => instead) }))
}

function Nothing() {
  return null
}
