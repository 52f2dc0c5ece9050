import type { Board } from '../board-context.ts'

/** A server in between may share a reply for some seconds, so a status that has not moved is asked for again. */
const RECHECK_DELAYS_MS = [6_000, 15_000]

/** Has the rental's status checked now, and again while it still says that the file is waiting. */
export function recheck({ poller, model }: Board, token: string): void {
  poller.refresh(token)
  for (const ms of RECHECK_DELAYS_MS) {
    setTimeout(() => {
      if (model.state.getState().summaries.get(token)?.state === 'ready') poller.refresh(token)
    }, ms)
  }
}
