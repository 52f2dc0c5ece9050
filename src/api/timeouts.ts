import { TimeoutError } from './errors.ts'

/**
 * Aborts the signal that `work` gets after `ms` milliseconds, with the caller's `signal`, and when the work has
 * settled, so that nothing of it stays behind. Work that ignores its signal is left to itself.
 * @throws TimeoutError when the time is over, the caller's own reason when the caller aborts.
 */
export async function withTimeout<Result>(
  ms: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted()
  const controller = new AbortController()
  const stopped = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason))
  })
  const onAbort = () => controller.abort(signal?.reason)
  signal?.addEventListener('abort', onAbort)
  const timer = setTimeout(() => controller.abort(new TimeoutError(ms)), ms)
  try {
    return await Promise.race([work(controller.signal), stopped])
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
    controller.abort()
  }
}

/** Aborts its signal when the caller's aborts, or when what is awaited does not come in time. */
export type IdleTimeout = {
  readonly signal: AbortSignal
  /** The work's result, or the signal's reason as soon as it aborts, whether the work minds the signal or not. */
  within<Result>(work: Promise<Result>): Promise<Result>
  /** Restarts the timer: the signal aborts with `late` after `ms` milliseconds. */
  await(ms: number, late: Error): void
  end(): void
}

export function createIdleTimeout(caller: AbortSignal | undefined): IdleTimeout {
  const controller = new AbortController()
  const onAbort = () => controller.abort(caller?.reason)
  let timer: ReturnType<typeof setTimeout> | undefined
  if (caller?.aborted) onAbort()
  caller?.addEventListener('abort', onAbort)
  const aborted = new Promise<never>((_, reject) => {
    const stop = () => reject(controller.signal.reason)
    if (controller.signal.aborted) stop()
    controller.signal.addEventListener('abort', stop)
  })
  // Nobody may be waiting when it rejects.
  aborted.catch(() => undefined)
  return {
    signal: controller.signal,
    within: work => Promise.race([work, aborted]),
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
