type CheckboxProps = { label: string; hint?: string; checked: boolean; onChange: (checked: boolean) => void }

export function Checkbox({ label, hint, checked, onChange }: CheckboxProps) {
  return (
    <label className="flex items-start gap-2.5 pointer-coarse:min-h-11">
      <input
        type="checkbox"
        checked={checked}
        onChange={event => onChange(event.target.checked)}
        className="mt-1 size-4 shrink-0 accent-ink"
      />
      <span>
        <span>{label}</span>
        {hint && <span className="block text-muted text-sm">{hint}</span>}
      </span>
    </label>
  )
}
