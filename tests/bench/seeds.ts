import { decodeReply } from '../../src/api/decode-rental.ts'
import type { StatusReply } from '../../src/demo/status-reply.ts'
import { memoryStorage } from '../../src/lib/memory-storage.ts'
import { createSeenStore } from '../../src/polling/seen-store.ts'
import { createTrackedStore } from '../../src/tokens/tracked-store.ts'
import { fill } from '../stand-in/fill.ts'

export type Seed = {
  readonly rentals: readonly { token: string; reply: StatusReply }[]
  readonly storage: Entries
}

type Entries = readonly { name: string; value: string }[]

/** `count` rentals that are all under way, and what the board's storage holds of them. */
export function seed(count: number): Seed {
  const rentals = fill(count).map(({ token, reply }) => ({ token, reply: { ...reply, status: 1 } }))
  const storage = memoryStorage()
  const now = Date.now()
  const seen = createSeenStore(storage, error => {
    throw error
  })
  createTrackedStore(storage, () => now - 3_600_000).add(
    rentals.map(({ token }, index) => ({
      token,
      name: `Campagne ${index + 1}`,
      tags: index % 3 ? [] : ['Relance'],
    })),
  )
  for (const { token, reply } of rentals) {
    const raw = JSON.stringify(reply)
    const history = [{ status: 'generating' as const, from: now - 1_800_000, until: now - 1_200_000 }]
    seen.save(token, { rental: decodeReply(raw), raw, at: now - 1_200_000 }, history)
  }
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  return { rentals, storage: names.map(name => ({ name, value: storage.getItem(name) ?? '' })) }
}
