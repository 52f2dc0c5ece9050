import { breathe } from './breathe.ts'

let last = Promise.resolve()

/** Resolves in a task of its own, after those who asked before: between two of them the browser draws and answers. */
export function ownTurn(): Promise<void> {
  last = last.then(breathe)
  return last
}
