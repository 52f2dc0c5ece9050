import type { Clock } from '../lib/clock.ts'
import { createTimeSlicer } from '../lib/time-slicer.ts'
import type { BoardPoller } from '../rentals/describe-polling.ts'
import type { SharedCache } from '../rentals/shared-history.ts'
import { mergeTeamRentals, serializeTeamRental, type TeamRental } from '../rentals/team-rental.ts'
import type { TrackedStore } from '../rentals/tracked-store.ts'
import { entryToken, PERSON_KEY, TEAM_PREFIX } from '../storage.ts'
import { followList } from './follow-list.ts'
import { isSignedBy } from './person.ts'
import { createReplica } from './replica.ts'
import { shareInterests } from './share-interests.ts'
import { createTeamCore, isShareable } from './team-core.ts'
import { change, fillGaps, overwritten, recordEdit, type SharedField } from './team-edits.ts'
import { addSights } from './team-sights.ts'
import { createTeamSync, type ReceivedRental } from './team-sync.ts'

/** A removed rental leaves its trace for so long (ms): a board that was away for longer may bring it back. */
const TRACE_KEPT_MS = 90 * 86_400_000

/** Who changed something longer ago (ms) is not told that somebody else changed it again. */
const TOLD_MS = 600_000

/** Somebody else's value took the place of this person's. */
export type Overwritten = {
  readonly token: string
  readonly field: SharedField
  readonly by: string
  readonly undo: () => void
}

type TeamOptions = {
  tracked: TrackedStore
  poller: Pick<BoardPoller, 'status'>
  rentalCache: Pick<SharedCache, 'history' | 'subscribe' | 'share' | 'unshare'>
  preferences: Parameters<typeof shareInterests>[0]['preferences']
  storage?: Storage | undefined
  now: Clock
  onOverwritten: (change: Overwritten) => void
}

export type Team = Awaited<ReturnType<typeof createTeam>>

/**
 * Binds the list of this browser to the team's: what is changed in one is changed in the other. Every tab does; only
 * the one that leads talks to the server, the others hear of it through the storage.
 */
export async function createTeam(options: TeamOptions) {
  const { tracked, poller, rentalCache, preferences, storage, now, onOverwritten } = options
  const replica = createReplica(storage)
  await replica.open(createTimeSlicer())
  const { entries, kept } = replica
  const core = createTeamCore(replica, storage, now, rentalCache.share, () => sync.sendSoon())
  const { put, publish, stamp, serverNow } = core
  const interests = shareInterests({ preferences, storage, stamp, onChange: () => sync.sendSoon() })
  const sync = createTeamSync({
    replica,
    interests,
    receive,
    onTime: core.setServerTime,
    onListed,
    onSent(rental) {
      const entry = entries.get(rental.token)
      if (entry?.rental === rental) replica.set(rental.token, { ...entry, unsent: 'nothing' })
      publish()
    },
    onState: core.state.setState,
  })

  function receive(files: readonly ReceivedRental[]) {
    const touched: string[] = []
    for (const { rental: file, version } of files) {
      const { token } = file
      const before = entries.get(token)
      const own = list.ownRental(token)
      /** It was in the list of this browser only. */
      const isOwn = own !== undefined && !before?.rental.tracked.value
      const known = before ? mergeTeamRentals(before.rental, file) : file
      const isTracked = known.tracked.value
      const rental = isOwn && isTracked && !kept.has(token) ? fillGaps(known, own, stamp()) : known
      const isWhole = serializeTeamRental(rental) === serializeTeamRental(file)
      const waiting = before?.unsent === 'sight' ? 'sight' : 'change'
      if (isTracked && own === undefined) replica.setKept(token, false)
      replica.set(token, { rental, unsent: isWhole ? 'nothing' : waiting, version })
      if (!isOwn || isTracked) touched.push(token)
      if (before) tellOverwritten(before.rental, rental, before.unsent === 'change')
    }
    list.apply(touched)
    if (files.length > 0) publish()
  }

  function tellOverwritten(before: TeamRental, after: TeamRental, isUnsent: boolean) {
    const { token } = before
    for (const { field, mine, theirs } of overwritten(before, after, isMine)) {
      if (!isUnsent && serverNow() - mine.at > TOLD_MS) continue
      onOverwritten({ token, field, by: theirs.by, undo: () => setField(token, field, mine.value) })
    }
  }

  const isMine = (by: string) => isSignedBy(by, core.state.getState().person)

  function setField(token: string, field: SharedField, value: unknown) {
    const rental = entries.get(token)?.rental
    if (rental === undefined) return
    put({ ...rental, [field]: change(rental[field], value, stamp()) }, 'change')
    list.apply([token])
  }

  function onListed(listed: ReadonlySet<string>) {
    const settled = [...entries].filter(([, { unsent }]) => unsent === 'nothing')
    const lost = settled.filter(([token, { rental }]) => rental.tracked.value && !listed.has(token))
    for (const [token, entry] of lost) replica.set(token, { ...entry, unsent: 'change' })
    // A trace that is gone was old, too.
    const old = settled.filter(
      ([token, { rental }]) =>
        !rental.tracked.value && (!listed.has(token) || serverNow() - rental.tracked.at > TRACE_KEPT_MS),
    )
    for (const [token] of old) replica.forget(token)
    void sync.purge(old.map(([token]) => token).filter(token => listed.has(token)))
    core.state.setState({ isListed: true })
    if (lost.length + old.length > 0) publish()
  }

  function onStored({ key }: StorageEvent) {
    const token = entryToken(TEAM_PREFIX, key)
    if (key === null) replica.saveAll()
    if (key === PERSON_KEY) core.reloadPerson()
    if (token === undefined) return
    replica.load(token)
    core.showSights(token)
    if (entries.get(token)?.unsent === 'change') sync.sendSoon()
    publish()
  }

  function onCheck(token: string) {
    const rental = entries.get(token)?.rental
    const history = rentalCache.history(token)
    if (!rental?.tracked.value || kept.has(token) || history === undefined) return
    const seen = addSights(rental.seen, history, core.clockOffset())
    if (seen !== rental.seen) put({ ...rental, seen }, 'sight')
  }

  const list = followList(core, tracked)
  const events = new AbortController()
  const lead = () => sync.lead(poller.status.getState().leading)
  const stops = [
    list.stop,
    interests.stop,
    poller.status.subscribe((status, before) => {
      if (status.leading !== before.leading) lead()
    }),
    rentalCache.subscribe(onCheck),
  ]
  window.addEventListener('storage', onStored, { signal: events.signal })
  for (const token of entries.keys()) onCheck(token)
  lead()

  return {
    state: core.state,
    isShareable,
    setPersonName: core.setPersonName,
    /** `name` takes care of the rental; nobody without one. */
    setCare: (token: string, name: string | undefined) => setField(token, 'care', name),
    /** Its file was fetched here, now. */
    noteFetched(token: string) {
      const rental = entries.get(token)?.rental
      if (rental) put({ ...rental, fetched: [...rental.fetched, stamp()] }, 'change')
    },
    /** Moves rentals of this browser to the team's list. */
    share(tokens: readonly string[]) {
      for (const token of tokens) {
        replica.setKept(token, false)
        const [own, rental] = [list.ownRental(token), entries.get(token)?.rental]
        if (own && rental) put(recordEdit(rental, undefined, own, stamp()), 'change')
        else if (own && isShareable(token)) core.addNew(own)
        onCheck(token)
      }
      list.apply(tokens)
    },
    /** These rentals stay in this browser, or are about to be added to it alone. */
    keep(tokens: readonly string[], isKept = true) {
      for (const token of tokens) replica.setKept(token, isKept)
      publish()
    },
    stop() {
      events.abort()
      for (const stop of stops) stop()
      sync.stop()
      rentalCache.unshare()
    },
  }
}
