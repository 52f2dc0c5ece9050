import { type ComponentType, lazy } from 'react'

/**
 * A component whose code comes when it is first drawn. If the code cannot come, because a deployment replaced it or
 * the network is down, `instead` is drawn, or nothing: the page goes on, and offers to reload (`watchVersion`).
 */
export function late<Props>(
  load: () => Promise<ComponentType<Props>>,
  instead: ComponentType<Props> = Nothing,
) {
  return lazy(async () => ({ default: await load().catch(() => instead) }))
}

function Nothing() {
  return null
}
