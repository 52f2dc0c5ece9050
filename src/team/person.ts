import * as z from 'zod/mini'
import { attempt } from '../lib/attempt.ts'
import { firstCharacters } from '../lib/first-characters.ts'
import { normalizeName } from '../rentals/outside-rental.ts'
import { MAX_PERSON_CHARS } from '../rentals/team-rental.ts'
import { PERSON_KEY } from '../storage.ts'

const personSchema = z.object({
  /** Of this browser: tells two persons of one name apart, and is never shown. */
  id: z.string().check(z.regex(/^[0-9a-f]{12}$/)),
  /** Empty until it is typed. */
  name: z.string().check(z.maxLength(MAX_PERSON_CHARS)),
})

export type Person = z.infer<typeof personSchema>

/** Who uses this browser; a new one where the storage holds none. */
export function loadPerson(storage: Storage | undefined): Person {
  const stored = attempt(() => personSchema.parse(JSON.parse(storage?.getItem(PERSON_KEY) ?? '')))
  if (stored) return stored
  const bytes = [...crypto.getRandomValues(new Uint8Array(6))]
  return savePerson(storage, {
    id: bytes.map(byte => byte.toString(16).padStart(2, '0')).join(''),
    name: '',
  })
}

export function savePerson(storage: Storage | undefined, { id, name }: Person): Person {
  const person = { id, name: firstCharacters(normalizeName(name) ?? '', MAX_PERSON_CHARS) }
  attempt(() => storage?.setItem(PERSON_KEY, JSON.stringify(person)))
  return person
}

/** How the team's list writes down who changed something. */
export function signatureOf({ id, name }: Person): string {
  return `${id} ${name}`.trim()
}

/** The name in a signature; empty for a browser whose person typed none. */
export function nameIn(signature: string): string {
  return signature.replace(/^\S+ ?/, '')
}

export function isSignedBy(signature: string, { id }: Person): boolean {
  return signature.split(' ')[0] === id
}
