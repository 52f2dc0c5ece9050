/** What was done in the field before the code that reads it was there. */
export type TypedEarly = { text: string; hasFocus: boolean; isPasted: boolean; isSubmitted: boolean }

let early: TypedEarly = { text: '', hasFocus: false, isPasted: false, isSubmitted: false }

/** Notes what is done early. */
export function noteEarly(change: Partial<TypedEarly>): void {
  early = { ...early, ...change }
}

/** What was done early; it is taken over once. */
export function takeEarly(): TypedEarly {
  const taken = early
  early = { text: '', hasFocus: false, isPasted: false, isSubmitted: false }
  return taken
}
