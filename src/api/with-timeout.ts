import { TimeoutError } from './errors.ts'

/**
 * Runs `work` for at most `ms` milliseconds. The signal that `work` gets is aborted when the time is over, when
 * the caller's `signal` is, and when the work has settled, so that nothing of it stays behind. Work that ignores
 * its signal is left to itself.
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
