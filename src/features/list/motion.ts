import { attempt } from '../../lib/attempt.ts'

export function prefersStillness(): boolean {
  return attempt(() => window.matchMedia('(prefers-reduced-motion: reduce)').matches) ?? false
}

/** Undefined where the browser has no animations. */
export function animate(
  element: Element,
  frames: Keyframe[],
  options: KeyframeAnimationOptions,
): Animation | undefined {
  return typeof element.animate === 'function' ? element.animate(frames, options) : undefined
}
