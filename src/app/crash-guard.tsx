import { Component, type ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { markBroken } from './new-version.ts'

/** Shows what to do when the page itself fails, in place of a blank one. */
export class CrashGuard extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false }

  static getDerivedStateFromError() {
    return { hasCrashed: true }
  }

  override componentDidCatch() {
    markBroken()
  }

  override render() {
    return this.state.hasCrashed ? <CrashPage /> : this.props.children
  }
}

function CrashPage() {
  const { t } = useText()
  return (
    <main role="alert" className="mx-auto max-w-prose px-6 py-24 text-center">
      <h1 className="font-semibold text-2xl tracking-tight">{t.crash.title}</h1>
      <p className="mt-2 text-muted">{t.crash.text}</p>
      <button type="button" className="button button-main mt-6" onClick={() => location.reload()}>
        {t.crash.reload}
      </button>
    </main>
  )
}
