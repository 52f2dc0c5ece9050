/** The browser's locks as far as files need them: one holder for each name, and nobody waits. */
export function fakeLocks(): LockManager {
  const held = new Set<string>()
  async function request(name: string, _options: unknown, work: (lock: Lock | null) => unknown) {
    if (held.has(name)) return work(null)
    held.add(name)
    try {
      return await work({ name, mode: 'exclusive' })
    } finally {
      held.delete(name)
    }
  }
  return Object.assign(Object.create(null), {
    request,
    query: async () => ({ held: [...held].map(name => ({ name })), pending: [] }),
  })
}
