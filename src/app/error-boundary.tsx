import { Component, type ReactNode } from 'react'
import { CrashPage } from './crash-page.tsx'
import { markBroken } from './version-check.ts'

/** Shows what to do when the page itself fails, in place of a blank one. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
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
