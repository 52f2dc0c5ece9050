import { type ReactNode, useId } from 'react'

type SwitchProps = {
  label: string
  hint: string
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
  /** The result of the change, read aloud. */
  outcome?: string | undefined
  children?: ReactNode
}

export function Switch({ label, hint, checked, disabled = false, onChange, outcome, children }: SwitchProps) {
  const id = useId()
  return (
    <div>
      <label className="flex items-center justify-between gap-4 font-medium pointer-coarse:min-h-11">
        <span>{label}</span>
        <input
          type="checkbox"
          role="switch"
          checked={checked}
          aria-checked={checked}
          disabled={disabled}
          aria-describedby={`${id}-hint ${id}-outcome`}
          onChange={event => onChange(event.target.checked)}
          className="relative h-6 w-10 shrink-0 cursor-pointer appearance-none rounded-full border border-strong-line bg-sunken before:absolute before:top-0.75 before:left-0.75 before:size-4 before:rounded-full before:bg-strong-line checked:border-ink checked:bg-ink checked:before:left-4.75 checked:before:bg-paper disabled:cursor-not-allowed disabled:opacity-50 motion-safe:before:transition-[left] forced-colors:appearance-auto forced-colors:before:hidden"
        />
      </label>
      <p id={`${id}-hint`} className="mt-0.5 mr-14 text-muted text-sm">
        {hint}
      </p>
      <p id={`${id}-outcome`} role="status" className="mt-1 text-failed text-sm empty:hidden">
        {outcome}
      </p>
      {children}
    </div>
  )
}

type RadioGroupProps<Value extends string | number> = {
  label: string
  hint?: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChoose: (value: Value) => void
}

export function RadioGroup<Value extends string | number>({
  label,
  hint,
  value,
  options,
  onChoose,
}: RadioGroupProps<Value>) {
  const id = useId()
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map(option => (
          <label
            key={option.value}
            className="button has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={id}
              className="sr-only"
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {hint && <p className="mt-1.5 text-muted text-sm">{hint}</p>}
    </fieldset>
  )
}
