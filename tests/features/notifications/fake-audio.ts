import { onTestFinished, vi } from 'vitest'

/** A browser with sound, of which jsdom has none; returns the pitches (Hz) of the notes that were struck. */
export function fakeAudio({ refuses = false, wasTouched = true } = {}) {
  const struck: number[] = []
  const gain = {
    setValueAtTime: () => undefined,
    linearRampToValueAtTime: () => undefined,
    exponentialRampToValueAtTime: () => undefined,
  }
  class Context {
    state = 'suspended'
    currentTime = 0
    destination = {}
    resume() {
      if (refuses) return new Promise<void>(() => undefined)
      this.state = 'running'
      return Promise.resolve()
    }
    close() {
      return Promise.resolve()
    }
  }
  class Volume {
    gain = gain
    connect = () => undefined
  }
  class Note extends EventTarget {
    readonly #pitch: number
    constructor(_: unknown, { frequency }: { frequency: number }) {
      super()
      this.#pitch = frequency
    }
    connect = (to: unknown) => to
    start = () => struck.push(this.#pitch)
    stop = () => this.dispatchEvent(new Event('ended'))
  }
  const names = { AudioContext: Context, GainNode: Volume, OscillatorNode: Note }
  for (const [name, value] of Object.entries(names)) vi.stubGlobal(name, value)
  Object.defineProperty(navigator, 'userActivation', {
    value: { hasBeenActive: wasTouched },
    configurable: true,
  })
  onTestFinished(() => void Reflect.deleteProperty(navigator, 'userActivation'))
  return struck
}
