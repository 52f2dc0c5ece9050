import type { IconNode } from 'lucide'
import type { ComponentProps } from 'react'
import { Icon } from './icon.tsx'

type ButtonProps = Omit<ComponentProps<'button'>, 'children'> & { words: string; icon?: IconNode }

/** The classes `button-…` of `styles/main.css` give it another look, or leave the icon alone to be seen. */
export function Button({ words, icon, className = '', ...others }: ButtonProps) {
  return (
    <button type="button" {...others} className={`button ${className}`}>
      {icon && <Icon of={icon} className="" />}
      <span>{words}</span>
    </button>
  )
}
