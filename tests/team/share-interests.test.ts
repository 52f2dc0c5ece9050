// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { createPreferences } from '../../src/board/preferences.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { network } from '../network.ts'
import { createFakeTeamServer, type FakeTeamServer } from './fake-team-server.ts'
import { openBoard, until } from './open-board.ts'

vi.setConfig({ testTimeout: 20_000 })

const FILE = '-20interests.json'

let server: FakeTeamServer

beforeEach(() => {
  server = createFakeTeamServer()
  server.time = Math.floor(Date.now() / 1_000) * 1_000
  network.use(...server.handlers)
})

/** The storage of a browser that has named interests. */
function named(interests: Record<string, string>): Storage {
  const storage = memoryStorage()
  createPreferences(storage).set({ interests })
  return storage
}

const namesOf = ({ preferences }: Awaited<ReturnType<typeof openBoard>>) =>
  preferences.state.getState().interests

test('a name that one types is known to all, changed for all, and taken away for all', async () => {
  const [anne, ben] = [await openBoard(), await openBoard()]
  anne.preferences.set({ interests: { 12: 'Jardin' } })
  await until(() => expect(namesOf(ben)).toEqual({ 12: 'Jardin' }))
  ben.preferences.set({ interests: { 12: 'Jardinage', 14: 'Maison' } })
  await until(() => expect(namesOf(anne)).toEqual({ 12: 'Jardinage', 14: 'Maison' }))
  anne.preferences.set({ interests: { 14: 'Maison' } })
  await until(() => expect(namesOf(ben)).toEqual({ 14: 'Maison' }))
})

test('a name or code that is too long breaks nobody’s list', async () => {
  const long = 'é'.repeat(61)
  const anne = await openBoard({ storage: named({ 12: long, 14: 'Maison', ['x'.repeat(21)]: 'Trop' }) })
  const ben = await openBoard()
  await until(() => expect(namesOf(ben)).toEqual({ 12: long.slice(0, 60), 14: 'Maison' }))
  ben.preferences.set({ interests: { ...namesOf(ben), 35: 'Cuisine' } })
  await until(() => expect(namesOf(anne)).toMatchObject({ 14: 'Maison', 35: 'Cuisine' }))
})

test('a name that an earlier board wrote too long is cut, and mended', async () => {
  const name = { value: 'x'.repeat(90), at: 1, by: 'Anne' }
  server.files.set(FILE, { text: JSON.stringify({ v: 1, names: { 12: name } }), at: server.time - 10_000 })
  const ben = await openBoard()
  await until(() => expect(namesOf(ben)).toEqual({ 12: 'x'.repeat(60) }))
})

test('who joins brings names for what has none, and takes the team’s for the rest', async () => {
  const anne = await openBoard({ storage: named({ 12: 'Jardin' }) })
  await until(() => expect(server.files.has(FILE)).toBe(true))
  const ben = await openBoard({ storage: named({ 12: 'Potager', 35: 'Cuisine' }) })
  const all = { 12: 'Jardin', 35: 'Cuisine' }
  await until(() => expect([namesOf(anne), namesOf(ben)]).toEqual([all, all]))
})

test('what is named while the server is away waits over a reload, and is sent', async () => {
  const anne = await openBoard({ storage: named({ 12: 'Jardin' }) })
  await until(() => expect(server.files.has(FILE)).toBe(true))
  server.mode = 'down'
  anne.preferences.set({ interests: { 12: 'Jardinage' } })
  anne.team.stop()
  server.mode = 'well'
  await openBoard({ storage: anne.storage })
  await until(() => expect(server.files.get(FILE)?.text).toContain('Jardinage'))
})

test('a file that is lost is written again', async () => {
  await openBoard({ storage: named({ 12: 'Jardin' }) })
  await until(() => expect(server.files.has(FILE)).toBe(true))
  server.files.clear()
  await until(() => expect(server.files.get(FILE)?.text).toContain('Jardin'))
})

test('without any name there is no file, and none is asked for', async () => {
  await openBoard()
  await until(() => expect(server.requests.length).toBeGreaterThan(3))
  expect(new Set(server.requests)).toEqual(new Set(['GET']))
})

test('a file of a later version is left as it is', async () => {
  const text = JSON.stringify({ v: 2, names: {} })
  server.files.set(FILE, { text, at: server.time })
  const anne = await openBoard({ storage: named({ 12: 'Jardin' }) })
  await until(() =>
    expect(server.requests.filter(request => request === `GET ${FILE}`).length).toBeGreaterThan(1),
  )
  expect(server.files.get(FILE)?.text).toBe(text)
  expect(namesOf(anne)).toEqual({ 12: 'Jardin' })
})

test('costs nothing while nothing changes', async () => {
  await openBoard({ storage: named({ 12: 'Jardin' }) })
  await until(() => expect(server.files.has(FILE)).toBe(true))
  server.time += 3_000
  await until(() => expect(server.requests.slice(-6)).toEqual(Array(6).fill('GET')))
})
