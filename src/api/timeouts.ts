/** Aborts its signal when what is waited for does not come in time. */
export type Timeout = {
  readonly signal: AbortSignal
  /** From now on: the signal aborts with `late` after `ms` milliseconds. */
  readonly allow: (ms: number, late: Error) => void
}

/**
 * Does `work` until its signal aborts: by its timeout, by the caller's `signal`, and when it has settled, so that nothing
 * of it stays behind. Work that ignores its signal is left to itself.
 * @throws the reason of the abort.
 */
export async function withTimeout<Result>(
  signal: AbortSignal | undefined,
  work: (timeout: Timeout) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted()
  const controller = new AbortController()
  const stopped = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason))
  })
  const onAbort = () => controller.abort(signal?.reason)
  signal?.addEventListener('abort', onAbort)
  let timer: ReturnType<typeof setTimeout> | undefined
  const allow = (ms: number, late: Error) => {
    clearTimeout(timer)
    if (!controller.signal.aborted) timer = setTimeout(() => controller.abort(late), ms)
  }
  try {
    return await Promise.race([work({ signal: controller.signal, allow }), stopped])
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error
  } finally {
    signal?.removeEventListener('abort', onAbort)
    controller.abort()
    clearTimeout(timer)
  }
}
