import { type FormEvent, useId, useState } from 'react'
import { useBoard } from '../../board/board-context.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Modal } from '../../ui/modal.tsx'
import { settingsWords } from './words.ts'

export function KeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n()
  const w = useWords(settingsWords)
  const { apiKey } = useBoard()
  const id = useId()
  const [key, setKey] = useState('')
  const [remember, setRemember] = useState(false)
  const [isRefused, setIsRefused] = useState(false)

  function connect(event: FormEvent) {
    event.preventDefault()
    if (apiKey.set(key, { remember })) onClose()
    else setIsRefused(true)
  }

  return (
    <Modal title={w.key.title} onClose={onClose}>
      <form onSubmit={connect} noValidate className="grid gap-4">
        <p className="text-muted">{w.key.text}</p>
        <div>
          <label htmlFor={`${id}-key`} className="mb-1.5 block font-medium">
            {w.key.label}
          </label>
          <input
            id={`${id}-key`}
            type="password"
            value={key}
            onChange={event => setKey(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={isRefused}
            aria-describedby={`${id}-refused`}
            className="field font-mono"
          />
          <p id={`${id}-refused`} role="alert" className="text-failed text-sm">
            {isRefused && w.key.refused}
          </p>
        </div>
        <Checkbox
          label={w.key.remember}
          hint={w.key.rememberHint}
          checked={remember}
          onChange={setRemember}
        />
        <div className="flex flex-wrap justify-end gap-2">
          {apiKey.get() !== undefined && (
            <Button
              words={w.key.forget}
              className="mr-auto"
              onClick={() => {
                apiKey.forget()
                onClose()
              }}
            />
          )}
          <Button words={t.cancel} onClick={onClose} />
          <Button className="button-main" words={w.key.submit} type="submit" />
        </div>
      </form>
    </Modal>
  )
}
