import type { PersistedCache } from '../polling/kept-book.ts'
import type { LatePoller } from '../polling/late-poller.ts'
import type { Polling } from '../polling/start-polling.ts'

/** Milliseconds until the code of the polling is asked for again. */
const RETRY_MS = 10_000

/** Loads the polling and connects the board with it, however often that takes. Returns what stops it. */
export function openPolling(
  load: () => Promise<() => Polling>,
  poller: LatePoller,
  book: PersistedCache,
): () => void {
  let isStopped = false
  let polling: Polling | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  async function open() {
    const start = await load().catch(() => undefined)
    if (isStopped) return
    if (start === undefined) {
      poller.fail()
      timer = setTimeout(open, RETRY_MS)
      return
    }
    polling = start()
    // The poller takes over what was kept before the book is read from its cache.
    await poller.arrive(polling.poller)
    if (isStopped) return
    book.connect(polling.book)
  }

  void open()
  return () => {
    isStopped = true
    clearTimeout(timer)
    polling?.stop()
  }
}
