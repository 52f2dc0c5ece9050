import { afterEach, expect, test, vi } from 'vitest'
import { createTimeSlicer } from '../../src/lib/time-slicer.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

/** Whether another task ran before the work went on. */
async function letsOthersIn(nextSlice: () => Promise<void>): Promise<boolean> {
  let didOther = false
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    didOther = true
    port1.close()
  }
  port2.postMessage(undefined)
  await nextSlice()
  return didOther
}

test('short pieces of work follow each other, and others are let in once they have filled a slice', async () => {
  const time = vi.spyOn(performance, 'now').mockReturnValue(100)
  const nextSlice = createTimeSlicer()
  time.mockReturnValue(104)
  expect(await letsOthersIn(nextSlice)).toBe(false)
  time.mockReturnValue(105)
  expect(await letsOthersIn(nextSlice)).toBe(true)
  time.mockReturnValue(109)
  expect(await letsOthersIn(nextSlice)).toBe(false)
  time.mockReturnValue(110)
  expect(await letsOthersIn(nextSlice)).toBe(true)
})
