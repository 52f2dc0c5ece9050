import { parseReply } from '../../src/api/parse-reply.ts'
import type { StatusReply } from '../../src/demo/status-reply.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { createCheckStorage } from '../../src/polling/check-storage.ts'
import { createTrackedStore } from '../../src/rentals/tracked-store.ts'
import { fill } from '../fake-provider/fill.ts'

export type Seed = {
  readonly rentals: readonly { token: string; reply: StatusReply }[]
  readonly storage: Entries
}

type Entries = readonly { name: string; value: string }[]

const HOUR_MS = 3_600_000

/** `count` rentals that are all under way and due to be checked, and what the board's storage holds of them. */
export function seed(count: number): Seed {
  const rentals = fill(count).map(({ token, reply }) => ({ token, reply: { ...reply, status: 1 } }))
  const storage = memoryStorage()
  const now = Date.now()
  const seen = createCheckStorage(storage, error => {
    throw error
  })
  createTrackedStore(storage, () => now - 6 * HOUR_MS).add(
    rentals.map(({ token }, index) => ({
      token,
      name: `Campagne ${index + 1}`,
      tags: index % 3 ? [] : ['Relance'],
    })),
  )
  for (const { token, reply } of rentals) {
    const raw = JSON.stringify(reply)
    const history = [{ status: 'generating' as const, from: now - 5 * HOUR_MS, until: now - 4 * HOUR_MS }]
    seen.save(token, { reply: { rental: parseReply(raw), raw, at: now - 4 * HOUR_MS }, history })
  }
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  return { rentals, storage: names.map(name => ({ name, value: storage.getItem(name) ?? '' })) }
}

/** The same reply with other contacts, another cost and a file of another size. */
export function changed(reply: StatusReply): StatusReply {
  const contacts = 1 + Math.floor(Math.random() * 9_000)
  const { cost, ...location } = reply.location ?? {}
  return {
    ...reply,
    location: { ...location, cost: { ...cost, quantity: contacts, total: (contacts * 0.09).toFixed(3) } },
    file: { phoneNumbers: contacts },
  }
}
