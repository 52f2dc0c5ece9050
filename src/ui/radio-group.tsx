import { useId } from 'react'

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
