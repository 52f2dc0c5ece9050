import { type ComponentType, useEffect, useState } from 'react'
import { afterFirstPaint } from '../lib/after-first-paint.ts'

type LazyPartOptions<Props> = {
  /** Drawn until the code is there. */
  fallback?: ComponentType<Props>
  /** Drawn when the code cannot load, because a deployment replaced it or the network is down. */
  errorFallback?: ComponentType<Props>
}

const loads: (() => Promise<unknown>)[] = []

type PropsOf<Part> = Part extends ComponentType<infer Props extends object> ? Props : never

/**
 * The component `name` of a file, whose code loads when it is first drawn, or ahead of that. A failed load is tried again at the next
 * mount; the page offers to reload (`watchVersion`). React's own `lazy` would show it up to 300 ms late.
 */
export function lazyPart<Module, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
  options?: LazyPartOptions<PropsOf<Module[Name]>>,
): ComponentType<PropsOf<Module[Name]>>
export function lazyPart<Name extends string, Props extends object>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
  { fallback: Fallback = Nothing, errorFallback: ErrorFallback = Nothing }: LazyPartOptions<Props> = {},
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined

  async function loadOnce() {
    loaded ??= (await load())[name]
    return loaded
  }
  loads.push(loadOnce)

  // biome-ignore lint/correctness/noComponentHookFactories: made once for each part, as its module loads
  return function LazyPart(props: Props) {
    const [Part, setPart] = useState(() => loaded)
    useEffect(() => {
      if (loaded !== undefined) return
      let isDrawn = true
      // What the page draws first is not held up by what it can wait for.
      afterFirstPaint()
        .then(loadOnce)
        .catch(() => ErrorFallback)
        .then(part => {
          if (isDrawn) setPart(() => part)
        })
      return () => {
        isDrawn = false
      }
    }, [])
    return Part ? <Part {...props} /> : <Fallback {...props} />
  }
}

/** Loads every part ahead of its use, one at a time; throws what the first failing load throws. */
export async function loadParts(pause: () => Promise<unknown>): Promise<void> {
  // A part may register further ones as it loads.
  for (const load of loads) {
    await pause()
    await load()
  }
}

function Nothing() {
  return null
}
