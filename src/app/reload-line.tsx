import { useStore } from 'zustand'
import { useText } from '../i18n/text.ts'
import { versionStore } from './version-check.ts'

/** Offers to load the page anew in few words, while those of the banner are not there or cannot come. */
export function ReloadLine() {
  const { t } = useText()
  const reason = useStore(versionStore, state => state.reason)
  if (reason === undefined) return null
  return (
    <p role="status" className="p-2 text-center">
      <button type="button" className="button button-main" onClick={() => location.reload()}>
        {t.reloadPage}
      </button>
    </p>
  )
}
