import { Clapperboard } from 'lucide'
import { createStore } from 'zustand/vanilla'
import type { ApiKeyStore } from '../api/api-key.ts'
import { fetchRental } from '../api/fetch-rental.ts'
import { parseReply } from '../api/parse-reply.ts'
import { allowsFiles } from '../api/server-config.ts'
import { useBoard } from '../board/board-context.ts'
import { createFileOffer } from '../board/file-access.ts'
import { storedMarks } from '../board/news-marks.ts'
import type { Preferences, PreferencesStore } from '../board/preferences.ts'
import { demoHistory } from '../demo/demo-rental.ts'
import { demoRentals } from '../demo/demo-rentals.ts'
import { demoReply, PLAY_MS } from '../demo/demo-reply.ts'
import { createDemoFetch } from '../demo/provider-reply.ts'
import { useI18n, useWords } from '../i18n/i18n.ts'
import { laterWords } from '../i18n/later-words.ts'
import { memoryStorage } from '../lib/browser-storage.ts'
import { createClock, now } from '../lib/clock.ts'
import { createTimeSlicer } from '../lib/time-slicer.ts'
import { type CheckStorage, createCheckStorage } from '../polling/check-storage.ts'
import { createTrackedStore } from '../rentals/tracked-store.ts'
import { NEWS_KEY } from '../storage.ts'
import { Banner } from '../ui/banner.tsx'
import { createBoard, type RunningBoard } from './create-board.ts'
import { startPolling } from './start-polling.ts'
import { readChecks } from './stored-board.ts'

/** How long (ms) the demonstration's user seems to have been away. */
const AWAY_MS = 45 * 60_000

/**
 * A board of simulated rentals, which keeps nothing, knows nothing of the user's own, and offers what its server does.
 * @param lacksKey it stands in for a live board, whose server was meant to have a key
 */
export async function openDemoBoard(
  apiKey: ApiKeyStore,
  preferences: PreferencesStore,
  lacksKey: boolean,
  leaveDemo: () => void,
): Promise<RunningBoard> {
  // A clock of its own, which nobody sets back: the play goes on.
  const demoFetch = createDemoFetch({ now: createClock() })
  const openedAt = now()
  const storage = memoryStorage()
  storage.setItem(NEWS_KEY, storedMarks(openedAt - AWAY_MS))
  const tracked = createTrackedStore(storage, now)
  tracked.restore(
    demoRentals.map(({ token, name, tags, addedAgoMs }, place) => {
      return { token, name, tags, addedAt: openedAt - addedAgoMs, place }
    }),
  )
  const stored = await readChecks(tracked, await checksBefore(openedAt))
  const board = createBoard({
    isDemo: true,
    stored,
    apiKey,
    preferences: demoPreferences(preferences),
    storage,
    files: { offer: createFileOffer(allowsFiles), fetch: demoFetch, storage },
    loadPolling: async () => parts =>
      startPolling({
        ...parts,
        source: (token, { signal }) => fetchRental(token, { signal, clock: now, fetch: demoFetch }),
      }),
  })
  // The finished are never checked by themselves, and would miss that the play starts over.
  const replay = setInterval(
    () => board.poller.refresh(...board.model.state.getState().summaries.keys()),
    PLAY_MS,
  )
  return {
    ...board,
    leaveDemo,
    Banner: lacksKey ? NoKeyBanner : DemoBanner,
    stop() {
      clearInterval(replay)
      board.stop()
    },
  }
}

/** The user's own, but for what is said of the rentals and their checks: that ends with the demonstration. */
function demoPreferences(preferences: PreferencesStore): PreferencesStore {
  const state = createStore(() => ({ ...preferences.state.getState(), paused: false }))
  return {
    state,
    set(change) {
      state.setState(change)
      const look = lookOf(change)
      if (Object.keys(look).length > 0) preferences.set(look)
    },
    reload(key) {
      preferences.reload(key)
      state.setState(lookOf(preferences.state.getState()))
    },
  }
}

function lookOf(all: Partial<Preferences>): Partial<Preferences> {
  const { paused, pausedAt, pace, rate, archiveAfterDays, interests, ...look } = all
  return look
}

/** Checks as if the board had tracked these rentals for a while. */
async function checksBefore(openedAt: number): Promise<CheckStorage> {
  const checks = createCheckStorage(memoryStorage(), () => undefined)
  const nextSlice = createTimeSlicer()
  for (const { token, addedAgoMs } of demoRentals) {
    const reply = demoReply(token, 0)
    if (reply === undefined) continue
    const raw = JSON.stringify(reply, null, 2)
    const rental = parseReply(raw)
    checks.save(token, {
      reply: { rental, raw, at: openedAt - 1 },
      history: demoHistory(rental.status, addedAgoMs, openedAt),
    })
    await nextSlice()
  }
  return checks
}

type DemoBannerProps = { onLeave: () => void }

function DemoBanner({ onLeave }: DemoBannerProps) {
  const { t } = useI18n()
  const w = useWords(laterWords)
  return (
    <Banner tone="calm" icon={Clapperboard} title={t.live.demo} text={w.demo.text} brief={w.demo.brief}>
      <DemoActions onLeave={onLeave} />
    </Banner>
  )
}

/** For a server that was meant to be live. */
function NoKeyBanner({ onLeave }: DemoBannerProps) {
  const w = useWords(laterWords)
  return (
    <Banner
      tone="notice"
      icon={Clapperboard}
      title={w.demo.noKey}
      text={w.demo.noKeyText}
      brief={w.demo.brief}
    >
      <DemoActions onLeave={onLeave} />
    </Banner>
  )
}

function DemoActions({ onLeave }: DemoBannerProps) {
  const w = useWords(laterWords)
  const { dialogs } = useBoard()
  return (
    <>
      <button
        type="button"
        aria-label={w.demo.connect}
        className="button button-main"
        onClick={() => dialogs.open('key')}
      >
        <span className="hidden compact:inline">{w.demo.connectBrief}</span>
        <span className="compact:hidden">{w.demo.connect}</span>
      </button>
      <button type="button" aria-label={w.demo.leave} className="button" onClick={onLeave}>
        <span className="hidden compact:inline">{w.demo.leaveBrief}</span>
        <span className="compact:hidden">{w.demo.leave}</span>
      </button>
    </>
  )
}
