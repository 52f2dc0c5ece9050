let load: () => Promise<unknown> = async () => undefined
let loading: Promise<unknown> | undefined

/** Says how to load what every part needs that comes after the first picture: its words and its styles. */
export function setLaterNeeds(needs: () => Promise<unknown>): void {
  load = needs
  loading = undefined
}

/** Loads what every later part needs, once. */
export function laterNeeds(): Promise<unknown> {
  loading ??= load().catch(error => {
    loading = undefined
    throw error
  })
  return loading
}
