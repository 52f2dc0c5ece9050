/** The part of `navigator.locks` that is needed. */
export type Locks = {
  request(
    name: string,
    options: { signal?: AbortSignal; steal?: boolean },
    held: () => Promise<void>,
  ): Promise<unknown>
}

/** One tab's place in the line for leadership. */
type LeaderElection = {
  /** Takes the lead from the tab that has it. */
  takeLead(): void
  stop(): void
}

/**
 * Stands in line for the lock that makes one tab the leading one; the browser hands it on when that tab closes.
 * `onChange` hears true on taking the lead, also where locks turn out to be forbidden, and false when another tab
 * took it over.
 */
export function electLeader(
  locks: Locks,
  name: string,
  onChange: (leading: boolean) => void,
): LeaderElection {
  let leave = () => {}

  function stand(steal: boolean) {
    leave()
    const withdrawal = new AbortController()
    const tenure = new Promise<void>(resolve => {
      leave = () => {
        withdrawal.abort()
        resolve()
      }
    })
    let hasLed = false
    function lead() {
      if (withdrawal.signal.aborted) return
      hasLed = true
      onChange(true)
    }
    const held = () => {
      lead()
      return tenure
    }
    // Where it is forbidden, asking may throw at once.
    const ask = async () => locks.request(name, steal ? { steal } : { signal: withdrawal.signal }, held)
    ask().catch(() => {
      if (withdrawal.signal.aborted) return
      if (!hasLed) return lead()
      onChange(false)
      stand(false)
    })
  }

  stand(false)
  return { takeLead: () => stand(true), stop: () => leave() }
}
