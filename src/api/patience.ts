/** Aborts its signal when the caller's aborts, or when what is awaited does not come in time. */
export type Patience = {
  readonly signal: AbortSignal
  /** Waits anew: for `ms` milliseconds, after which the signal aborts with `late`. */
  await(ms: number, late: Error): void
  /** Waits for nothing any more. */
  end(): void
}

export function createPatience(caller: AbortSignal | undefined): Patience {
  const controller = new AbortController()
  const onAbort = () => controller.abort(caller?.reason)
  let timer: ReturnType<typeof setTimeout> | undefined
  if (caller?.aborted) onAbort()
  caller?.addEventListener('abort', onAbort)
  return {
    signal: controller.signal,
    await(ms, late) {
      clearTimeout(timer)
      timer = setTimeout(() => controller.abort(late), ms)
    },
    end() {
      clearTimeout(timer)
      caller?.removeEventListener('abort', onAbort)
    },
  }
}
