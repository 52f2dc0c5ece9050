import {
  type ChangeEvent,
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useStore } from 'zustand'
import { useI18n } from '../../i18n/i18n.ts'
import { type ImportPreview, isEmpty, isSingleToken } from '../../tokens/import-preview.ts'
import { parsePaste } from '../../tokens/parse-paste.ts'
import { useBoard } from '../board-context.ts'
import { late } from '../late.ts'
import { useMedia } from '../use-media.ts'
import { formatImport, formatTrack } from '../words/format-import.ts'
import { importRentals } from './import-rentals.ts'
import { type PasteResult, PasteResultLine } from './paste-result.tsx'
import { takeEarly } from './typed-early.ts'

const loadPreview = async () => (await import('./paste-preview.tsx')).PastePreview
const PastePreview = late(loadPreview)

const pastes: ReadonlySet<string> = new Set(['insertFromPaste', 'insertFromDrop'])

/** Takes one token and follows it at once, or anything that holds tokens and shows first what it would do. */
export function AddForm() {
  const { t } = useI18n()
  const board = useBoard()
  const id = useId()
  const isSmall = useMedia('(width < 40rem)')
  const form = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const rentals = useStore(board.tracked.state, state => state.rentals)
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState<PasteResult>()
  /** How the preview was asked for: pasting leaves the focus in the field, submitting takes it along. */
  const [preview, setPreview] = useState<'pasted' | 'submitted'>()
  const [isSentEarly, setIsSentEarly] = useState(false)
  const incoming = useMemo(() => parsePaste(text, token => rentals.has(token)), [text, rentals])
  const isShown = preview !== undefined && !isSingleToken(incoming)

  // Taken over once the form stands: a rendering may be thrown away, and the user may type on meanwhile.
  useLayoutEffect(() => {
    const early = takeEarly()
    if (early.text !== '') setText(early.text)
    if (early.isPasted) setPreview('pasted')
    if (early.hasFocus) field.current?.focus()
    if (early.isSubmitted) setIsSentEarly(true)
  }, [])
  useEffect(() => {
    if (isSentEarly) form.current?.requestSubmit()
  }, [isSentEarly])

  function change({ currentTarget, nativeEvent }: ChangeEvent<HTMLTextAreaElement>) {
    const isPaste = nativeEvent instanceof InputEvent && pastes.has(nativeEvent.inputType)
    setText(currentTarget.value)
    if (currentTarget.value === '') setPreview(undefined)
    else if (isPaste) show('pasted')
    else if (preview === 'submitted') setPreview('pasted')
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!isSingleToken(incoming)) show('submitted')
    else if (text.trim() === '') setOutcome('nothing')
    else if (isEmpty(incoming)) setOutcome('unrecognised')
    else track(incoming, false)
  }

  function show(how: 'pasted' | 'submitted') {
    setPreview(how)
    setOutcome(undefined)
  }

  function track(incoming: ImportPreview, withChanges: boolean) {
    const changed = importRentals(board, incoming, withChanges)
    setOutcome({ ...incoming, changed })
    setPreview(undefined)
    // What was refused stays in the field, to be mended.
    setText(incoming.refused.map(({ text }) => text).join('\n'))
    field.current?.focus()
  }

  function cancel() {
    setPreview(undefined)
    field.current?.focus()
    field.current?.select()
  }

  function handleKeys(event: KeyboardEvent) {
    if (event.key === 'Escape' && isShown) {
      event.preventDefault()
      cancel()
    } else if (event.key === 'Enter' && event.target === field.current) {
      if (event.shiftKey || event.nativeEvent.isComposing) return
      event.preventDefault()
      form.current?.requestSubmit()
    }
  }

  return (
    <form ref={form} onSubmit={submit} onKeyDown={handleKeys} noValidate className="print:hidden">
      <label htmlFor={id} className="sr-only">
        {t.add.label}
      </label>
      <div className="flex items-start gap-2.5">
        <textarea
          ref={field}
          id={id}
          rows={1}
          value={text}
          onChange={change}
          onFocus={() => void loadPreview().catch(() => undefined)}
          placeholder={isSmall ? t.add.placeholderBrief : t.add.placeholder}
          aria-describedby={`${id}-hint ${id}-outcome`}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className={`field field-sizing-content min-h-12 resize-none py-3 ${isShown ? 'max-h-24' : 'max-h-60'}`}
        />
        {!isShown && (
          <button type="submit" className="button button-main min-h-12 rounded-lg px-5 text-base">
            {t.add.submit}
          </button>
        )}
      </div>
      <p id={`${id}-hint`} className="sr-only">
        {t.add.hint}
      </p>
      <div id={`${id}-outcome`} role="status" className="text-sm">
        {outcome && <PasteResultLine outcome={outcome} />}
        {isShown && <p className="pt-2 font-medium">{formatImport(incoming, t)}</p>}
      </div>
      {isShown && (
        <div className="mt-2 rounded-xl border border-line bg-surface p-4 sm:p-5">
          <PastePreview
            incoming={incoming}
            confirmWords={formatTrack(t)}
            takesFocus={preview === 'submitted'}
            onTake={withChanges => track(incoming, withChanges)}
            onCancel={cancel}
          />
        </div>
      )}
    </form>
  )
}
