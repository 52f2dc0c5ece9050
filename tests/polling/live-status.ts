import type { PollStatus } from '../../src/rentals/describe-polling.ts'

/** Of a tab that leads, and follows nothing yet. */
export const liveStatus: PollStatus = {
  phase: 'live',
  paused: false,
  leading: true,
  alone: false,
  until: undefined,
  code: undefined,
  tracked: 0,
  active: 0,
  failed: 0,
  inFlight: 0,
  requestsLastMinute: 0,
  rate: 2,
  nextCheckAt: undefined,
  lastReplyAt: undefined,
  lastError: undefined,
  slowedInterval: undefined,
}
