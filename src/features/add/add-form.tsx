import {
  type ChangeEvent,
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useBoard, useTracked } from '../../board/board-context.ts'
import { forgetPaste, keepPaste, keptPaste, PASTE_FIELD_ID } from '../../board/paste-field.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { afterFirstPaint } from '../../lib/after-first-paint.ts'
import { type ImportPreview, isEmpty, isSingleToken } from '../../rentals/import-preview.ts'
import { Button } from '../../ui/button.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { useMedia } from '../../ui/use-media.ts'
import type { importRentals } from './import-rentals.ts'
import type { PasteResult } from './paste-result.tsx'

const loadPreview = () => import('./form-preview.tsx')
const PasteResultLine = lazyPart(() => import('./paste-result.tsx'), 'PasteResultLine')
const PasteResultNotes = lazyPart(() => import('./paste-result.tsx'), 'PasteResultNotes')
const DemoNotice = lazyPart(() => import('./form-preview.tsx'), 'DemoNotice')
const PasteSummary = lazyPart(() => import('./form-preview.tsx'), 'PasteSummary')
const FormPreview = lazyPart(loadPreview, 'FormPreview')

async function loadReader() {
  const [{ parsePaste }, { importRentals }] = await Promise.all([
    import('./parse-paste.ts'),
    import('./import-rentals.ts'),
  ])
  return { parsePaste, importRentals }
}

const pastes: ReadonlySet<string> = new Set(['insertFromPaste', 'insertFromDrop'])

/** Takes one token and tracks it at once, or anything that holds tokens and shows first what it would do. */
export function AddForm() {
  const i18n = useI18n()
  const { t } = i18n
  const board = useBoard()
  const isSmall = useMedia('(width < 40rem)')
  const form = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const rentals = useTracked(state => state.rentals)
  const [text, setText] = useState(keptPaste)
  const [outcome, setOutcome] = useState<PasteResult>()
  /** How the preview was asked for: submitting takes the focus along; what was kept shows it also of a single token. */
  const [preview, setPreview] = useState<'pasted' | 'submitted' | 'kept' | undefined>(
    text === '' ? undefined : 'kept',
  )
  const [reader, setReader] = useState<Awaited<ReturnType<typeof loadReader>>>()
  const incoming = useMemo(
    () => (text === '' ? undefined : reader?.parsePaste(text, token => rentals.has(token))),
    [reader, text, rentals],
  )
  const asked = preview === undefined ? undefined : incoming
  /** Rentals that are not the demonstration's: the account must come first. */
  const later = board.isDemo && asked && asked.added.length > 0 ? asked.added : undefined
  const shown = asked && !later && (preview === 'kept' || !isSingleToken(asked)) ? asked : undefined

  useEffect(() => {
    // When this fails, sending the form loads it again.
    void afterFirstPaint()
      .then(loadReader)
      .then(setReader, () => undefined)
  }, [])

  useEffect(() => {
    if (later) keepPaste(later)
  }, [later])

  // On an empty board there is nothing else to do; with rentals on it, the focus is for the user to give.
  useEffect(() => {
    if (board.tracked.state.getState().rentals.size === 0) field.current?.focus({ preventScroll: true })
  }, [board])

  function change({ currentTarget, nativeEvent }: ChangeEvent<HTMLTextAreaElement>) {
    const isPaste = nativeEvent instanceof InputEvent && pastes.has(nativeEvent.inputType)
    setText(currentTarget.value)
    if (currentTarget.value === '') cancel()
    else if (isPaste) show('pasted')
    else if (preview === 'submitted') setPreview('pasted')
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    const loaded = reader ?? (await loadReader())
    setReader(loaded)
    const sent = incoming ?? loaded.parsePaste(text, token => rentals.has(token))
    if (!isSingleToken(sent) || (board.isDemo && sent.added.length > 0)) show('submitted')
    else if (text.trim() === '') setOutcome('nothing')
    else if (isEmpty(sent)) setOutcome('unrecognised')
    else track(sent, false, loaded.importRentals)
  }

  function show(how: 'pasted' | 'submitted') {
    setPreview(how)
    setOutcome(undefined)
  }

  function track(incoming: ImportPreview, withChanges: boolean, take: typeof importRentals) {
    const changed = take(board, incoming, withChanges, i18n, () => setOutcome(undefined))
    setOutcome({ ...incoming, changed })
    setPreview(undefined)
    forgetPaste()
    // What was refused stays in the field, to be mended; so does what was typed meanwhile.
    setText(now => (now === text ? incoming.refused.map(({ text }) => text).join('\n') : now))
    field.current?.focus()
  }

  function cancel() {
    setPreview(undefined)
    forgetPaste()
    field.current?.focus()
    field.current?.select()
  }

  function handleKeys(event: KeyboardEvent) {
    if (event.key === 'Escape' && (shown || later)) {
      event.preventDefault()
      cancel()
    } else if (event.key === 'Enter' && event.target === field.current) {
      if (event.shiftKey || event.nativeEvent.isComposing) return
      event.preventDefault()
      form.current?.requestSubmit()
    }
  }

  return (
    <form ref={form} onSubmit={submit} onKeyDown={handleKeys} noValidate className="min-w-0 print:hidden">
      <label htmlFor={PASTE_FIELD_ID} className="sr-only">
        {t.add.label}
      </label>
      <div className="flex items-start gap-2.5">
        <textarea
          ref={field}
          id={PASTE_FIELD_ID}
          rows={1}
          value={text}
          onChange={change}
          onFocus={() => void loadPreview().catch(() => undefined)}
          placeholder={isSmall ? t.add.placeholderBrief : t.add.placeholder}
          aria-describedby={`${PASTE_FIELD_ID}-hint ${PASTE_FIELD_ID}-outcome`}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className={`field field-sizing-content min-h-10 min-w-0 resize-none pointer-coarse:min-h-11 py-2 ${shown ? 'max-h-24' : 'max-h-60'}`}
        />
        {!shown && (
          <Button
            type="submit"
            className="button-main min-h-10 rounded-lg px-4 pointer-coarse:min-h-11"
            words={t.add.submit}
          />
        )}
      </div>
      <p id={`${PASTE_FIELD_ID}-hint`} className="sr-only">
        {t.add.hint}
      </p>
      <div id={`${PASTE_FIELD_ID}-outcome`} role="status" className="text-sm">
        {outcome && <PasteResultLine outcome={outcome} />}
        {shown && <PasteSummary incoming={shown} />}
      </div>
      {outcome && <PasteResultNotes outcome={outcome} />}
      {later && <DemoNotice count={later.length} onCancel={cancel} />}
      {shown && reader && (
        <FormPreview
          incoming={shown}
          takesFocus={preview === 'submitted'}
          onTake={withChanges => track(shown, withChanges, reader.importRentals)}
          onCancel={cancel}
        />
      )}
    </form>
  )
}
