import { KeyRound } from 'lucide'
import { useStore } from 'zustand'
import { accountFaults, isAccountError } from '../../api/errors.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { useBoard } from '../board-context.ts'
import { openDialog } from '../dialogs/dialog-store.ts'
import { Banner } from './banner.tsx'

/** The account's error, once for the whole board: checks are stopped but for a try now and then. */
export function AccountBanner() {
  const { t } = useI18n()
  const { poller } = useBoard()
  const code = useStore(poller.status, status => (status.phase === 'blocked' ? status.code : undefined))
  const message = useStore(poller.status, ({ lastError }) =>
    isAccountError(lastError?.error) ? lastError.error.message : '',
  )
  if (code === undefined) return null
  const words = t.account[accountFaults.get(code) ?? 'refused']
  return (
    <Banner
      tone="alarm"
      icon={KeyRound}
      title={words.title}
      text={`${words.text} ${t.account.tried}`}
      quote={message === '' ? undefined : t.account.provider(message, t.errors.code(code))}
      urgent
    >
      <button type="button" className="button button-main" onClick={() => openDialog('key')}>
        {t.account.enterKey}
      </button>
      <button type="button" className="button" onClick={() => poller.retry()}>
        {t.retry}
      </button>
    </Banner>
  )
}
