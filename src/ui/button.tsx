import type { IconNode } from 'lucide'
import type { ComponentProps } from 'react'
import { Icon } from './icon.tsx'

const briefs = {
  phones: { button: 'max-sm:px-2.5', icon: 'size-4', words: 'max-sm:sr-only' },
  always: { button: 'border-transparent px-2', icon: 'size-5', words: 'sr-only' },
}

type ButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  words: string
  icon?: IconNode
  /** What most users came for. */
  main?: boolean
  /** Where the icon stands alone, and the words are for screen readers. */
  brief?: keyof typeof briefs
}

export function Button({ words, icon, main = false, brief, className = '', ...others }: ButtonProps) {
  const { button = '', icon: size = 'size-4', words: hidden = undefined } = brief ? briefs[brief] : {}
  return (
    <button
      type="button"
      {...others}
      className={`button ${main ? 'button-main' : ''} ${button} ${className}`}
    >
      {icon && <Icon of={icon} className={size} />}
      <span className={hidden}>{words}</span>
    </button>
  )
}
