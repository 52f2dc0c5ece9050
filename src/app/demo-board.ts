import type { ApiKeyStore } from '../api/api-key.ts'
import { fetchRental } from '../api/fetch-rental.ts'
import { parseReply } from '../api/parse-reply.ts'
import { DemoBanner } from '../components/banners/demo-banner.tsx'
import { createDemoFetch } from '../demo/demo-fetch.ts'
import { demoHistory } from '../demo/demo-history.ts'
import { demoRentals } from '../demo/demo-rentals.ts'
import { demoReply, PLAY_MS } from '../demo/demo-reply.ts'
import type { PreferencesStore } from '../domain/preferences.ts'
import { breathe } from '../lib/breathe.ts'
import { now } from '../lib/clock.ts'
import { memoryStorage } from '../lib/memory-storage.ts'
import { createTimeSlicer } from '../lib/time-slicer.ts'
import { createCheckStorage } from '../polling/check-storage.ts'
import { startPolling } from '../polling/start-polling.ts'
import { createTrackedStore } from '../tokens/tracked-store.ts'
import { createBoard, type RunningBoard } from './create-board.ts'
import { attachPageLifecycle } from './page-lifecycle.ts'
import { openStored, readStored } from './stored-board.ts'

/** A board of simulated rentals, which keeps nothing and knows nothing of the user's own. */
export async function openDemoBoard(
  apiKey: ApiKeyStore,
  preferences: PreferencesStore,
): Promise<RunningBoard> {
  const demoFetch = createDemoFetch({ now })
  const storage = await seedStorage(now())
  const kept = openStored(storage)
  await breathe()
  await readStored(kept)
  await breathe()
  const board = createBoard({
    isDemo: true,
    kept,
    apiKey,
    preferences,
    files: { offered: async () => true, fetch: demoFetch, storage },
    loadPolling: async () => parts =>
      startPolling({
        ...parts,
        source: (token, { signal }) => fetchRental(token, { signal, clock: now, fetch: demoFetch }),
      }),
  })
  // The finished are never checked by themselves, and would miss that the play starts over.
  const replay = setInterval(() => board.poller.refreshAll(), PLAY_MS)
  return attachPageLifecycle({
    ...board,
    Banner: DemoBanner,
    stop() {
      clearInterval(replay)
      board.stop()
    },
  })
}

/** A storage that looks as if the board had followed these rentals for a while, made a rental at a time. */
async function seedStorage(openedAt: number): Promise<Storage> {
  const storage = memoryStorage()
  const seen = createCheckStorage(storage, () => undefined)
  createTrackedStore(storage, now).restore(
    demoRentals.map(({ token, name, tags, addedAgoMs }, place) => {
      return { token, name, tags, addedAt: openedAt - addedAgoMs, place }
    }),
  )
  const pause = createTimeSlicer()
  for (const { token, addedAgoMs } of demoRentals) {
    const reply = demoReply(token, 0)
    if (reply === undefined) continue
    await pause()
    const raw = JSON.stringify(reply, null, 2)
    const rental = parseReply(raw)
    seen.save(token, { rental, raw, at: openedAt - 1 }, demoHistory(rental.status, addedAgoMs, openedAt))
  }
  return storage
}
