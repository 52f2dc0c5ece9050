import { attempt } from '../../lib/attempt.ts'

/** True when the user asked the system for less motion. */
export function prefersStillness(): boolean {
  return attempt(() => window.matchMedia('(prefers-reduced-motion: reduce)').matches) ?? false
}

/** Starts an animation, where the browser has any. */
export function animate(
  element: Element,
  frames: Keyframe[],
  options: KeyframeAnimationOptions,
): Animation | undefined {
  return typeof element.animate === 'function' ? element.animate(frames, options) : undefined
}
