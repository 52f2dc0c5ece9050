import type { Engine } from './engine.ts'
import { applyCheckResult, applySnapshot } from './tab-reports.ts'
import type { SharedMessage } from './tabs.ts'

/** The tab that carries out a message. */
type ThisTab = { readonly id: string | undefined; readonly leading: boolean }

/** Does in this tab what a message says, wherever it comes from. */
export function handleMessage(message: SharedMessage, engine: Engine, { id, leading }: ThisTab, now: number) {
  const { ledger, memory } = engine
  switch (message.kind) {
    case 'ask':
      ledger.ask(message.tokens, now)
      break
    case 'retry':
      ledger.retry(now)
      break
    case 'settings':
      engine.change(message.settings)
      break
    case 'sent':
      // A tab that lost the lead may still send one: the books of the one that took it hold its own only.
      if (!leading) ledger.send(message.token, message.at, engine.settings().rate)
      break
    case 'settled':
      engine.record(applyCheckResult(message, memory, ledger.isTracked))
      break
    case 'snapshot':
      if (message.to === id) ledger.adopt(applySnapshot(message, memory, ledger.isTracked))
  }
  engine.step()
}
