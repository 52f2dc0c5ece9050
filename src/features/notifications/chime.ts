/** Pitches in Hz. */
export const melodies = { good: [659, 880], bad: [440, 330] } as const

/** Seconds from one note to the next, and until a note has died away. */
const NOTE_STEP_S = 0.16
const DECAY_S = 0.5

/** Of 1: soft beside other sounds of the computer. */
const PEAK_GAIN = 0.08

/** How long (ms) a browser may take to open its sound. */
const START_TIMEOUT_MS = 500

/** Plays notes softly; false where the browser has no sound, or gives none before the user touched the page. */
export async function playChime(notes: readonly number[]): Promise<boolean> {
  if (typeof AudioContext === 'undefined' || navigator.userActivation?.hasBeenActive === false) return false
  const context = new AudioContext()
  const isOpen = await open(context)
  if (!isOpen) {
    await context.close()
    return false
  }
  const last = notes
    .map((pitch, index) => playNote(context, pitch, context.currentTime + index * NOTE_STEP_S))
    .at(-1)
  last?.addEventListener('ended', () => void context.close())
  return true
}

/** A browser that refuses leaves the promise of `resume` pending, rather than rejecting it. */
async function open(context: AudioContext): Promise<boolean> {
  const timeout = new Promise(resolve => setTimeout(resolve, START_TIMEOUT_MS))
  await Promise.race([context.resume(), timeout]).catch(() => undefined)
  return context.state === 'running'
}

function playNote(context: AudioContext, pitch: number, at: number): OscillatorNode {
  const note = new OscillatorNode(context, { type: 'sine', frequency: pitch })
  const volume = new GainNode(context, { gain: 0 })
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(PEAK_GAIN, at + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + DECAY_S)
  note.connect(volume).connect(context.destination)
  note.start(at)
  note.stop(at + DECAY_S)
  return note
}
