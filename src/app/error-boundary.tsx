import { Component, type ReactNode } from 'react'
import { lazyPart } from '../ui/lazy-part.tsx'
import { VersionBanner } from './version-banner.tsx'
import { markBroken } from './version-check.ts'

/** Where its code cannot load either, the page can still be loaded anew. */
export const CrashPage = lazyPart(() => import('./crash-page.tsx'), 'CrashPage', {
  errorFallback: VersionBanner,
})

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
