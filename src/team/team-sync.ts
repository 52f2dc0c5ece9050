import { QueryClient, QueryObserver, queryOptions } from '@tanstack/react-query'
import { HttpError } from '../api/errors.ts'
import {
  deleteTeamFile,
  fetchTeamFile,
  fetchTeamListing,
  putTeamFile,
  type TeamFile,
  type TeamListing,
} from '../api/team-list.ts'
import { attempt } from '../lib/attempt.ts'
import { parseTeamRental, serializeTeamRental, type TeamRental } from '../rentals/team-rental.ts'
import type { Replica } from './replica.ts'

/** A change is seen within ten seconds, with the sending, the requests and a busy machine. */
const LISTING_INTERVAL_MS = 8_000

/** A file may change again within its second (ms), and clocks of several machines differ a little. */
export const UNSETTLED_MS = 2_000

/** Changes of one person that follow each other are sent together (ms). */
const SEND_DELAY_MS = 200

/** Files that are taken in with one update of the page. */
const BATCH_SIZE = 50
const MAX_READS = 6
const MAX_WRITES = 4

/** `unreachable`: no listing comes. `refused`: it comes, and the server does not take what is sent. */
export type TeamProblem = 'unreachable' | 'refused'

/** A file's rental, and which version of the file it is; absent while its second is not over. */
export type ReceivedRental = { readonly rental: TeamRental; readonly version: string | undefined }

type TeamSyncOptions = {
  replica: Pick<Replica, 'entries'>
  /** Called with the server's time (ms since 1970) before anything of a listing is taken in. */
  onTime: (serverTime: number) => void
  /** Merges what the files hold, and marks as unsent what they lack. */
  receive: (rentals: readonly ReceivedRental[]) => void
  /** The server has this state of the rental now. */
  onSent: (rental: TeamRental) => void
  /** Takes in a listing's file of the names of interests, and sends it. */
  interests: { takeIn: (listing: TeamListing) => Promise<void>; send: () => Promise<void> }
  /** A whole listing is taken in. */
  onListed: (tokens: ReadonlySet<string>) => void
  onState: (state: { problem: TeamProblem | undefined; unreadable: number }) => void
}

const listingQuery = queryOptions({
  queryKey: ['team', 'listing'],
  queryFn: fetchTeamListing,
  refetchInterval: LISTING_INTERVAL_MS,
  refetchIntervalInBackground: true,
  refetchOnReconnect: true,
  networkMode: 'always',
  retry: false,
  staleTime: 0,
  structuralSharing: false,
})

/** Keeps the replica and the server's folder alike while it is `lead`. */
export function createTeamSync(options: TeamSyncOptions) {
  const { replica, receive } = options
  const queryClient = new QueryClient()
  const stopped = new AbortController()
  const observer = new QueryObserver(queryClient, { ...listingQuery, enabled: false })
  /** Versions of files that this board cannot read, empty where the server does not give them: they are left as they are. */
  const unreadable = new Map<string, string>()
  /** Of the last listing; before the first nothing is sent, as it could take the place of what is there. */
  let files: ReadonlyMap<string, TeamFile> | undefined
  let isLeading = false
  let listedAt = 0
  let failedAt = 0
  let isBusy = false
  let isWanted = false
  let isRefused = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function tell(problem: TeamProblem | undefined) {
    if (stopped.signal.aborted) return
    options.onState({ problem: isLeading ? problem : undefined, unreadable: unreadable.size })
  }

  /** Undefined where there is no file, or none that can be read. */
  async function read(token: string): Promise<TeamRental | undefined> {
    const text = await fetchTeamFile(token).catch(error => {
      // What the server refuses of one file holds up no other.
      if (error instanceof HttpError) return null
      throw error
    })
    if (text === undefined) return undefined
    const value = attempt(() => JSON.parse(text ?? ''))
    const rental = parseTeamRental(token, value)
    if (rental) unreadable.delete(token)
    else unreadable.set(token, (text !== null && files?.get(token)?.version) || '')
    return rental
  }

  async function takeIn(listing: TeamListing) {
    const { at, files: listed } = listing
    files = listed
    options.onTime(at)
    for (const token of unreadable.keys()) if (!listed.has(token)) unreadable.delete(token)
    const changed = [...listed].filter(
      ([token, { version }]) =>
        replica.entries.get(token)?.version !== version && unreadable.get(token) !== version,
    )
    for (let start = 0; start < changed.length; start += BATCH_SIZE) {
      const received: ReceivedRental[] = []
      await inParallel(changed.slice(start, start + BATCH_SIZE), MAX_READS, async ([token, file]) => {
        const isSettled = at - file.changedAt >= UNSETTLED_MS
        const rental = await read(token)
        if (rental) received.push({ rental, version: isSettled ? file.version : undefined })
      })
      if (stopped.signal.aborted) return
      receive(received)
    }
    await options.interests.takeIn(listing)
    options.onListed(new Set(listed.keys()))
  }

  /** One round at a time: takes in a new listing, then sends what waits. */
  async function work(listing?: TeamListing) {
    isWanted = isBusy
    if (isBusy || stopped.signal.aborted) return
    isBusy = true
    isRefused = false
    try {
      if (listing) await takeIn(listing)
      if (files) await sendAll()
      if (files) await options.interests.send()
      if (files) tell(isRefused ? 'refused' : undefined)
    } catch (error) {
      isWanted = false
      tell(error instanceof HttpError ? 'refused' : 'unreachable')
    }
    isBusy = false
    if (isWanted) sendSoon()
  }

  async function sendAll() {
    const waiting = [...replica.entries].filter(
      ([token, { unsent }]) => unsent !== 'nothing' && !unreadable.has(token),
    )
    await inParallel(waiting, MAX_WRITES, ([token]) =>
      send(token).catch(error => {
        // What is wrong with one file holds up no other.
        if (!(error instanceof HttpError) || error.status >= 500) throw error
        isRefused = true
      }),
    )
  }

  /** Reads a file before it is written over, as somebody may have written it since the listing. */
  async function send(token: string) {
    const before = files?.has(token) ? await read(token) : undefined
    if (unreadable.has(token) || stopped.signal.aborted) return
    if (before) receive([{ rental: before, version: undefined }])
    const entry = replica.entries.get(token)
    if (entry === undefined) return
    const text = serializeTeamRental(entry.rental)
    const isThere = before && serializeTeamRental(before) === text
    if (!isThere) await putTeamFile(token, text)
    options.onSent(entry.rental)
  }

  /** Sends what a person changed, soon; what cannot go now goes after the next listing. */
  function sendSoon() {
    clearTimeout(timer)
    if (isLeading && !stopped.signal.aborted) timer = setTimeout(() => void work(), SEND_DELAY_MS)
  }

  queryClient.mount()
  const stopObserving = observer.subscribe(({ data, dataUpdatedAt, errorUpdatedAt, failureReason }) => {
    if (data && dataUpdatedAt > listedAt) {
      listedAt = dataUpdatedAt
      void work(data)
    } else if (failureReason && errorUpdatedAt > failedAt) {
      failedAt = errorUpdatedAt
      tell('unreachable')
    }
  })

  return {
    /** Only the tab that leads asks the server; the others hear of it through the storage. */
    lead(leads: boolean) {
      isLeading = leads
      observer.setOptions({ ...listingQuery, enabled: leads })
      // What this tab was told of the server ends with its asking.
      if (!leads) tell(undefined)
    },
    sendSoon,
    /** Deletes the files of old traces; one that fails is tried again with the next listing. */
    async purge(tokens: readonly string[]) {
      await inParallel(tokens, 1, deleteTeamFile).catch(() => undefined)
    },
    stop() {
      clearTimeout(timer)
      stopped.abort()
      stopObserving()
      queryClient.unmount()
      queryClient.clear()
    },
  }
}

/** Works on all items, at most `most` at a time; rejects with the first failure, after which no other item is begun. */
async function inParallel<Item>(
  items: Iterable<Item>,
  most: number,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const queue = [...items].reverse()
  async function workOn() {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) {
      await work(item).catch(error => {
        queue.length = 0
        throw error
      })
    }
  }
  await Promise.all(Array.from({ length: most }, workOn))
}
