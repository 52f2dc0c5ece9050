import { clampInterval } from './check-interval.ts'
import { defaultPollSettings, type PollSettings } from './poll-status.ts'

const MIN_CHECKS_PER_SECOND = 0.2
const MAX_CHECKS_PER_SECOND = 10

/** The settings after a change, each within its bounds; what is no number leaves the setting as it was. */
export function changeSettings(settings: PollSettings, change: Partial<PollSettings>): PollSettings {
  const { paused = settings.paused, pace, rate } = change
  return {
    paused,
    pace: clampInterval(numberOr(settings.pace, pace)),
    rate: Math.min(MAX_CHECKS_PER_SECOND, Math.max(MIN_CHECKS_PER_SECOND, numberOr(settings.rate, rate))),
  }
}

/** Complete settings from remembered ones. */
export function readSettings(remembered: Partial<PollSettings>): PollSettings {
  return changeSettings(defaultPollSettings, remembered)
}

function numberOr(fallback: number, value: number | undefined): number {
  return value === undefined || Number.isNaN(value) ? fallback : value
}
