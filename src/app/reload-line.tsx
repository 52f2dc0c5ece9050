import { useStore } from 'zustand'
import { useI18n } from '../i18n/i18n.ts'
import { versionStore } from './version-check.ts'

/** Offers to load the page anew in few words, while those of the banner are not there or cannot come. */
export function ReloadLine() {
  const { t } = useI18n()
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
