import type { IconNode } from 'lucide'
import { createElement } from 'react'

const pen = {
  xmlns: 'http://www.w3.org/2000/svg',
  width: 24,
  height: 24,
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  'aria-hidden': true,
} as const

type IconProps = { of: IconNode; className: string; strokeWidth?: number }

/** Screen readers leave it out: the text beside it says the same. */
export function Icon({ of, className, strokeWidth = 2 }: IconProps) {
  return createElement(
    'svg',
    { ...pen, className, strokeWidth },
    ...of.map(([tag, attributes]) => createElement(tag, attributes)),
  )
}
