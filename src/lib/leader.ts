/** The part of `navigator.locks` that is needed. */
export type Locks = {
  request(
    name: string,
    options: { signal?: AbortSignal; steal?: boolean },
    held: () => Promise<void>,
  ): Promise<unknown>
}

/** `alone`: nothing lets the tabs of this browser share the work, and every one leads. */
export type Lead = 'leads' | 'follows' | 'alone'

/**
 * Stands in line for the lock that makes one tab the leading one; the browser hands it on when that tab closes.
 * `onChange` hears `follows` when another tab took it over.
 */
export function electLeader(locks: Locks, name: string, onChange: (lead: Lead) => void) {
  let withdrawal = new AbortController()

  function stand(steal: boolean) {
    withdrawal.abort()
    withdrawal = new AbortController()
    const { signal } = withdrawal
    let hasLed = false
    async function lead(as: Lead = 'leads') {
      if (signal.aborted) return
      hasLed = true
      onChange(as)
      await new Promise(resolve => signal.addEventListener('abort', resolve))
    }
    // Where it is forbidden, asking may throw at once.
    const ask = async () => locks.request(name, steal ? { steal } : { signal }, () => lead())
    ask().catch(() => {
      if (signal.aborted) return
      if (hasLed) {
        onChange('follows')
        stand(false)
      } else void lead('alone')
    })
  }

  stand(false)
  return {
    /** Takes the lead from the tab that has it. */
    takeLead: () => stand(true),
    stop: () => withdrawal.abort(),
  }
}
