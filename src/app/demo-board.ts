import type { ApiKeyStore } from '../api/api-key.ts'
import { decodeReply } from '../api/decode-rental.ts'
import { fetchRental } from '../api/fetch-rental.ts'
import { DemoBanner } from '../components/banners/demo-banner.tsx'
import { createDemoFetch } from '../demo/demo-fetch.ts'
import { demoPast } from '../demo/demo-past.ts'
import { demoRentals } from '../demo/demo-rentals.ts'
import { demoReply, PLAY_MS } from '../demo/demo-reply.ts'
import type { PreferencesStore } from '../domain/preferences.ts'
import { breathe } from '../lib/breathe.ts'
import { now } from '../lib/clock.ts'
import { memoryStorage } from '../lib/memory-storage.ts'
import { takeTurns } from '../lib/take-turns.ts'
import { createSeenStore } from '../polling/seen-store.ts'
import { startPolling } from '../polling/start-polling.ts'
import { createTrackedStore } from '../tokens/tracked-store.ts'
import { createBoard, type RunningBoard } from './create-board.ts'
import { followPage } from './follow-page.ts'
import { openKept, readKept } from './kept-board.ts'

/** A board of simulated rentals, which keeps nothing and knows nothing of the user's own. */
export async function openDemoBoard(
  apiKey: ApiKeyStore,
  preferences: PreferencesStore,
): Promise<RunningBoard> {
  const demoFetch = createDemoFetch({ now })
  const storage = await rememberedPast(now())
  const kept = openKept(storage)
  await breathe()
  await readKept(kept)
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
  const replay = setInterval(() => board.poller.checkAll(), PLAY_MS)
  return followPage({
    ...board,
    Banner: DemoBanner,
    stop() {
      clearInterval(replay)
      board.stop()
    },
  })
}

/** A storage that looks as if the board had followed these rentals for a while, made a rental at a time. */
async function rememberedPast(openedAt: number): Promise<Storage> {
  const storage = memoryStorage()
  const seen = createSeenStore(storage, () => undefined)
  createTrackedStore(storage, now).restore(
    demoRentals.map(({ token, name, tags, addedAgoMs }, place) => {
      return { token, name, tags, addedAt: openedAt - addedAgoMs, place }
    }),
  )
  const pause = takeTurns()
  for (const { token, addedAgoMs } of demoRentals) {
    const reply = demoReply(token, 0)
    if (reply === undefined) continue
    await pause()
    const raw = JSON.stringify(reply, null, 2)
    const rental = decodeReply(raw)
    seen.save(token, { rental, raw, at: openedAt - 1 }, demoPast(rental.status, addedAgoMs, openedAt))
  }
  return storage
}
