type Peer = { visible: boolean; tokens: readonly string[]; beatsMissed: number }

/** The timers of a hidden tab may run at a third of the pace of the others: this many beats are over two of its own. */
const MAX_MISSED_HEARTBEATS = 8

/** What one tab knows of the others. The functions that change it return whether they did. */
export function createPeers() {
  const peers = new Map<string, Peer>()

  return {
    isAnyVisible: () => [...peers.values()].some(peer => peer.visible),
    tokens: () => [...peers.values()].flatMap(peer => peer.tokens),
    /** A tab was heard of; it names its tokens only when they may be news. */
    meet(id: string, visible: boolean, tokens: readonly string[] | undefined): boolean {
      const before = peers.get(id)
      peers.set(id, { visible, tokens: tokens ?? before?.tokens ?? [], beatsMissed: 0 })
      return before?.visible !== visible || tokens !== undefined
    },
    part: (id: string): boolean => peers.delete(id),
    /** Counted in beats and not in time, so that nobody is missed for a night that the machine slept through. */
    beat(): boolean {
      let isChanged = false
      for (const [id, peer] of peers) {
        peer.beatsMissed += 1
        if (peer.beatsMissed > MAX_MISSED_HEARTBEATS) isChanged = peers.delete(id)
      }
      return isChanged
    },
  }
}
