import { RefreshCw } from 'lucide'
import { useSyncExternalStore } from 'react'
import { useBoard } from '../../board/board-context.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { detailWords } from './words.ts'

export function CheckButton({ token }: { token: string }) {
  const w = useWords(detailWords)
  const { poller } = useBoard()
  const isChecking = useSyncExternalStore(
    poller.checks.subscribe,
    () => poller.checks.get(token)?.checking === true,
  )
  return (
    <Button icon={RefreshCw} words={w.check} disabled={isChecking} onClick={() => poller.refresh(token)} />
  )
}
