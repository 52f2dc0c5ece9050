import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useState } from 'react'

type Options = {
  map: RefObject<HTMLElement | null>
  /** The departments that can be pointed at, in the order of their codes. */
  places: readonly Point[]
  pressed: string | undefined
  onPress: ((code: string) => void) | undefined
}

/** One tab stop; arrows lead to the nearest department, Page Up/Down through all of them, Escape hides the tooltip. */
export function useMapPointing({ map, places, pressed, onPress }: Options) {
  const [hovered, setHovered] = useState<string>()
  const [focused, setFocused] = useState<string>()
  const [last, setLast] = useState<string>()
  /** The department whose tooltip is shown. */
  const pointed = hovered ?? focused
  /** The one department that Tab leads to. */
  const tabStop = [last, pressed].find(code => places.some(place => place.code === code)) ?? places[0]?.code

  useEffect(() => {
    if (pointed === undefined) return
    const events = new AbortController()
    const { signal } = events
    function hide() {
      setHovered(undefined)
      setFocused(undefined)
    }
    function leave({ target }: Event) {
      if (!(target instanceof Node && map.current?.contains(target))) hide()
    }
    function hideOnEscape(event: globalThis.KeyboardEvent) {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      hide()
    }
    document.addEventListener('pointerdown', leave, { signal })
    document.addEventListener('keydown', hideOnEscape, { capture: true, signal })
    return () => events.abort()
  }, [map, pointed])

  function moved(code: string, key: string): string | undefined {
    const here = places.findIndex(place => place.code === code)
    const from = places[here]
    if (from === undefined) return undefined
    if (isArrow(key)) return nearest(from, key, places)?.code ?? code
    const jumps = new Map([
      ['Home', places[0]],
      ['End', places.at(-1)],
      ['PageUp', places[here - 1] ?? from],
      ['PageDown', places[here + 1] ?? from],
    ])
    return jumps.get(key)?.code
  }

  return {
    pointed,
    tabStop,
    handlers: (code: string) => ({
      onPointerEnter: () => setHovered(code),
      // Lifting a finger leaves as well; the tooltip of what it touched stays until the next touch.
      onPointerLeave: (event: PointerEvent) => {
        if (event.pointerType !== 'touch') setHovered(undefined)
      },
      onFocus: () => {
        setFocused(code)
        setLast(code)
      },
      onBlur: () => setFocused(undefined),
      onClick: () => onPress?.(code),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault()
          onPress?.(code)
          return
        }
        const next = moved(code, event.key)
        if (next === undefined) return
        event.preventDefault()
        // The rows of the list would take the arrows, too.
        event.stopPropagation()
        setHovered(undefined)
        map.current?.querySelector<SVGElement>(`[data-department="${next}"]`)?.focus()
      },
    }),
  }
}

export type Point = { readonly code: string; readonly at: readonly [x: number, y: number] }

export const arrows = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
} as const

export type Arrow = keyof typeof arrows

function isArrow(key: string): key is Arrow {
  return key in arrows
}

/** The nearest place that way from here, one ahead before one aside; undefined at the edge. */
export function nearest(from: Point, arrow: Arrow, places: readonly Point[]): Point | undefined {
  const [right, down] = arrows[arrow]
  const ways = places.flatMap(place => {
    const [dx, dy] = [place.at[0] - from.at[0], place.at[1] - from.at[1]]
    const ahead = dx * right + dy * down
    const aside = Math.abs(dx * down + dy * right)
    // A step aside counts twice: the eye looks straight on.
    return ahead > 0 ? [{ place, isAhead: ahead >= aside, length: Math.hypot(ahead, 2 * aside) }] : []
  })
  const ahead = ways.filter(({ isAhead }) => isAhead)
  const [first] = (ahead.length > 0 ? ahead : ways).toSorted((a, b) => a.length - b.length)
  return first?.place
}
