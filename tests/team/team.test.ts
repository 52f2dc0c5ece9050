// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { network } from '../network.ts'
import { createFakeTeamServer, type FakeTeamServer } from './fake-team-server.ts'
import { openBoard, until } from './open-board.ts'

vi.setConfig({ testTimeout: 20_000 })

let server: FakeTeamServer

beforeEach(() => {
  server = createFakeTeamServer()
  server.time = Math.floor(Date.now() / 1_000) * 1_000
  network.use(...server.handlers)
})

/** Whole seconds, so that what was written before is settled. */
function passTime(ms = 3_000) {
  server.time += ms
}

/** Two boards that hold the rental `a`. */
async function openTwo() {
  const anne = await openBoard()
  const ben = await openBoard()
  anne.team.setPersonName('Anne')
  ben.team.setPersonName('Ben')
  anne.tracked.add([{ token: 'a', name: 'Oise', tags: ['mai'] }])
  await until(() => expect(ben.tokens()).toEqual(['a']))
  await until(() => expect(anne.team.state.getState().waiting).toBe(0))
  return { anne, ben }
}

describe('what one person does', () => {
  test('is done for the other: add, rename, tag, annotate, archive, remove, undo', async () => {
    const { anne, ben } = await openTwo()
    expect(ben.rental('a')).toMatchObject({ name: 'Oise', tags: ['mai'] })
    const change = { name: 'Aisne', tags: ['juin'], note: 'à voir', archived: true }
    ben.tracked.edit('a', change)
    await until(() => expect(anne.rental('a')).toMatchObject(change))
    const removed = anne.tracked.remove(['a'])
    await until(() => expect(ben.tokens()).toEqual([]))
    expect(server.file('a')).toMatchObject({ tracked: { value: false } })
    anne.tracked.restore(removed)
    await until(() => expect(ben.rental('a')).toMatchObject({ name: 'Aisne', tags: ['juin'] }))
  })

  test('costs a look and nothing else once all know it', async () => {
    await openTwo()
    passTime()
    await until(() => expect(server.requests.slice(-6)).toEqual(Array(6).fill('GET')))
    const before = server.requests.length
    await until(() => expect(server.requests.length).toBeGreaterThan(before + 10))
    expect(new Set(server.requests.slice(before))).toEqual(new Set(['GET']))
  })

  test('is looked at again while its second lasts', async () => {
    const { anne, ben } = await openTwo()
    // Another board writes the same number of bytes within the second.
    const text = server.files.get('a.json')?.text.replace('Oise', 'Orne') ?? ''
    server.files.set('a.json', {
      text: text.replace(/"name":\{"value":"Orne","at":(\d+)/, (whole, at) =>
        whole.replace(at, String(Number(at) + 1)),
      ),
      at: server.time,
    })
    await until(() => {
      for (const { rental } of [anne, ben]) expect(rental('a')?.name).toBe('Orne')
    })
  })

  test('who takes care of a rental, and who fetched its file, is known to all', async () => {
    const { anne, ben } = await openTwo()
    anne.team.setCare('a', 'Anne')
    anne.team.noteFetched('a')
    await until(() => {
      const rental = ben.team.state.getState().rentals.get('a')
      expect(rental?.care?.value).toBe('Anne')
      expect(rental?.fetched).toMatchObject([{ by: expect.stringMatching(/^[0-9a-f]{12} Anne$/) }])
    })
  })

  test('when a status was first seen is known to all', async () => {
    const { anne, ben } = await openTwo()
    const [seen, looked] = [Date.now() - 3_600_000, Date.now()]
    anne.see('a', [
      { status: 'generating', from: seen - 60_000, until: seen - 1_000 },
      { status: 'ready', from: seen, until: looked },
    ])
    await until(() => expect(ben.team.state.getState().rentals.get('a')?.seen.ready?.exact).toBe(true))
    ben.see('a', [{ status: 'ready', from: looked, until: looked }])
    const shared = ben.history('a') ?? []
    expect(shared.map(({ status }) => status)).toEqual(['generating', 'ready'])
    expect(Math.abs((shared[1]?.from ?? 0) - seen)).toBeLessThan(10)
    expect(shared[0]?.until).toBe(shared[1]?.from)
  })
})

describe('two who change the same rental', () => {
  test('keep both what they change of different things', async () => {
    const { anne, ben } = await openTwo()
    anne.tracked.edit('a', { name: 'Aisne' })
    ben.tracked.edit('a', { tags: ['mai', 'juin'] })
    await until(() => {
      for (const { rental } of [anne, ben]) {
        expect(rental('a')).toMatchObject({ name: 'Aisne', tags: ['mai', 'juin'] })
      }
    })
  })

  test('get the later of one thing, and the other is told, with undo', async () => {
    const { anne, ben } = await openTwo()
    anne.tracked.edit('a', { name: 'Aisne' })
    await new Promise(resolve => setTimeout(resolve, 10))
    ben.tracked.edit('a', { name: 'Marne' })
    await until(() => {
      for (const { rental } of [anne, ben]) expect(rental('a')?.name).toBe('Marne')
    })
    expect(ben.told).toEqual([])
    expect(anne.told).toMatchObject([{ token: 'a', field: 'name', by: expect.stringContaining('Ben') }])
    anne.told[0]?.undo()
    await until(() => expect(ben.rental('a')?.name).toBe('Aisne'))
  })

  test('are not ruled by a clock that is a day ahead', async () => {
    const ahead = await openBoard({ clockError: 86_400_000 })
    const right = await openBoard()
    ahead.tracked.add([{ token: 'a', name: 'ahead' }])
    await until(() => expect(right.rental('a')?.name).toBe('ahead'))
    right.tracked.edit('a', { name: 'right' })
    await until(() => expect(ahead.rental('a')?.name).toBe('right'))
  })
})

describe('without the server', () => {
  test('changes wait over a reload, which is said, and are all there afterwards', async () => {
    const { anne, ben } = await openTwo()
    server.mode = 'down'
    anne.tracked.edit('a', { name: 'Aisne' })
    anne.tracked.add([{ token: 'b' }])
    ben.tracked.add([{ token: 'c' }])
    await until(() =>
      expect(anne.team.state.getState()).toMatchObject({ problem: 'unreachable', waiting: 2 }),
    )
    anne.team.stop()
    const again = await openBoard({ storage: anne.storage })
    expect(again.tokens()).toEqual(['a', 'b'])
    expect(again.team.state.getState().waiting).toBe(2)
    server.mode = 'well'
    await until(() => {
      for (const { tokens, rental, team } of [again, ben]) {
        expect(tokens()).toEqual(['a', 'b', 'c'])
        expect(rental('a')?.name).toBe('Aisne')
        expect(team.state.getState()).toMatchObject({ problem: undefined, waiting: 0 })
      }
    })
  })

  test('what a read-only folder refuses is said, and waits', async () => {
    const { anne, ben } = await openTwo()
    server.mode = 'read-only'
    anne.tracked.edit('a', { name: 'Aisne' })
    await until(() => expect(anne.team.state.getState()).toMatchObject({ problem: 'refused', waiting: 1 }))
    server.mode = 'well'
    await until(() => expect(ben.rental('a')?.name).toBe('Aisne'))
  })

  test('what was written though no answer came is neither lost nor there twice', async () => {
    const { anne, ben } = await openTwo()
    server.mode = 'silent after writes'
    anne.tracked.edit('a', { name: 'Aisne' })
    await until(() => expect(server.file('a')).toMatchObject({ name: { value: 'Aisne' } }))
    server.mode = 'well'
    passTime()
    await until(() => {
      expect(ben.rental('a')?.name).toBe('Aisne')
      expect(anne.team.state.getState().waiting).toBe(0)
    })
    expect([anne.tokens(), ben.tokens()]).toEqual([['a'], ['a']])
  })

  test('a board that was away does not bring back what was removed', async () => {
    const { anne, ben } = await openTwo()
    ben.team.stop()
    anne.tracked.remove(['a'])
    await until(() => expect(server.file('a')).toMatchObject({ tracked: { value: false } }))
    const back = await openBoard({ storage: ben.storage })
    await until(() => expect(back.tokens()).toEqual([]))
    expect(anne.tokens()).toEqual([])
  })
})

describe('a tab', () => {
  test('that does not lead asks the server for nothing, and leaves its changes to the one that does', async () => {
    const follower = await openBoard({ leads: false })
    follower.tracked.add([{ token: 'a' }])
    expect(server.requests).toEqual([])
    const leader = await openBoard({ storage: follower.storage })
    await until(() => expect(server.file('a')).toMatchObject({ token: 'a' }))
    expect(leader.tokens()).toEqual(['a'])
  })

  test('that leads no longer says nothing of a server that it does not ask', async () => {
    const board = await openBoard()
    const problem = () => board.team.state.getState().problem
    server.mode = 'down'
    await until(() => expect(problem()).toBe('unreachable'))
    board.lead(false)
    expect(problem()).toBeUndefined()
    board.lead(true)
    await until(() => expect(problem()).toBe('unreachable'))
  })

  test('that clears the storage removes nothing for the team', async () => {
    const { anne, ben } = await openTwo()
    anne.storage.clear()
    anne.tracked.reload(null)
    await until(() => expect(anne.rental('a')?.name).toBe('Oise'))
    expect(ben.tokens()).toEqual(['a'])
    expect(server.file('a')).toMatchObject({ tracked: { value: true } })
  })
})

describe('a file', () => {
  test('that changed since the last look is read before it is written over', async () => {
    const { anne, ben } = await openTwo()
    ben.tracked.edit('a', { name: 'Aisne' })
    await vi.waitFor(() => expect(server.file('a')).toMatchObject({ name: { value: 'Aisne' } }))
    ben.team.stop()
    anne.tracked.edit('a', { tags: ['juin'] })
    await vi.waitFor(() => expect(server.file('a')).toMatchObject({ tags: { juin: { value: true } } }))
    expect(server.file('a')).toMatchObject({ name: { value: 'Aisne' } })
  })

  test('that an older write took the place of is healed', async () => {
    const { anne, ben } = await openTwo()
    const before = server.files.get('a.json')?.text ?? ''
    passTime()
    anne.tracked.edit('a', { name: 'Aisne' })
    await until(() => expect(ben.rental('a')?.name).toBe('Aisne'))
    passTime()
    server.files.set('a.json', { text: before, at: server.time })
    await until(() => expect(server.file('a')).toMatchObject({ name: { value: 'Aisne' } }))
  })

  test.each([
    ['cut off', '{"v":1,"to'],
    ['of a later version', '{"v":2,"token":"x"}'],
  ])('that is %s is left as it is, counted, and takes no other with it', async (_, text) => {
    server.files.set('x.json', { text, at: server.time })
    const { anne } = await openTwo()
    await until(() => expect(anne.team.state.getState().unreadable).toBe(1))
    anne.tracked.add([{ token: 'x' }])
    anne.tracked.edit('a', { name: 'Aisne' })
    await until(() => expect(server.file('a')).toMatchObject({ name: { value: 'Aisne' } }))
    expect(anne.team.state.getState().waiting).toBe(1)
    expect(server.files.get('x.json')?.text).toBe(text)
  })

  test('that the server itself cannot read takes no other with it, and is read once it can', async () => {
    server.files.set('x.json', { text: '{}', at: server.time })
    server.forbidden.add('x.json')
    const { anne } = await openTwo()
    await until(() => expect(anne.team.state.getState().unreadable).toBe(1))
    const text = server.files.get('a.json')?.text.replaceAll('"a"', '"x"') ?? ''
    server.files.set('x.json', { text, at: server.time })
    server.forbidden.clear()
    await until(() => expect(anne.tokens()).toEqual(['a', 'x']))
    expect(anne.team.state.getState().unreadable).toBe(0)
  })

  test('of a trace older than 90 days is deleted', async () => {
    const { anne } = await openTwo()
    anne.tracked.remove(['a'])
    await until(() => expect(server.file('a')).toMatchObject({ tracked: { value: false } }))
    await until(() => expect(anne.team.state.getState().waiting).toBe(0))
    passTime(91 * 86_400_000)
    await until(() => expect(server.files.size).toBe(0))
    expect(anne.tokens()).toEqual([])
  })
})

describe('a browser with a list of its own', () => {
  test('shares it once that is said, and nothing before', async () => {
    const anne = await openBoard({ own: ['a', 'b'] })
    await until(() => expect(anne.team.state.getState().isListed).toBe(true))
    expect(server.files.size).toBe(0)
    anne.team.share(['a', 'b'])
    await until(() => expect([...server.files.keys()].sort()).toEqual(['a.json', 'b.json']))
  })

  test('keeps to itself what it is told to keep, over a reload', async () => {
    const anne = await openBoard({ own: ['a'] })
    anne.team.keep(['a'])
    anne.tracked.edit('a', { name: 'Oise' })
    anne.tracked.add([{ token: 'b' }])
    await until(() => expect([...server.files.keys()]).toEqual(['b.json']))
    anne.team.stop()
    const again = await openBoard({ storage: anne.storage })
    expect(again.team.state.getState().kept).toEqual(new Set(['a']))
    expect(again.tokens()).toEqual(['a', 'b'])
  })

  test('keeps that to itself, too, where a colleague adds the same rental', async () => {
    const anne = await openBoard()
    anne.team.keep(['a'])
    anne.tracked.add([{ token: 'a', name: 'Mine', tags: ['secret'] }])
    anne.tracked.edit('a', { note: 'for me' })
    const ben = await openBoard()
    ben.tracked.add([{ token: 'a' }])
    await until(() => expect(anne.team.state.getState().rentals.get('a')?.tracked.value).toBe(true))
    passTime()
    await until(() => expect(anne.team.state.getState().waiting).toBe(0))
    expect(server.files.get('a.json')?.text).not.toMatch(/Mine|secret|for me/)
    expect(anne.rental('a')).toMatchObject({ name: 'Mine', tags: ['secret'], note: 'for me' })
    expect(anne.team.state.getState().kept.has('a')).toBe(true)
  })

  test('that takes a rental away and back is still to say whose it is', async () => {
    const anne = await openBoard({ own: ['a', 'b'] })
    await until(() => expect(anne.team.state.getState().isListed).toBe(true))
    anne.tracked.restore(anne.tracked.remove(['a']))
    anne.team.share(['b'])
    await until(() => expect(server.file('b')).toMatchObject({ tracked: { value: true } }))
    expect([...server.files.keys()]).toEqual(['b.json'])
    anne.team.share(['a'])
    await until(() => expect(server.file('a')).toMatchObject({ tracked: { value: true } }))
    const ben = await openBoard()
    await until(() => expect(ben.tokens()).toEqual(['a', 'b']))
    ben.tracked.remove(['a'])
    await until(() => expect(anne.tokens()).toEqual(['b']))
    anne.tracked.add([{ token: 'a' }])
    await until(() => expect(server.file('a')).toMatchObject({ tracked: { value: true } }))
  })

  test('shares what is added anew without being told to keep it', async () => {
    const anne = await openBoard()
    anne.team.keep(['a'])
    anne.tracked.add([{ token: 'a' }])
    anne.tracked.remove(['a'])
    anne.team.keep(['a'], false)
    anne.tracked.add([{ token: 'a' }])
    await until(() => expect(server.file('a')).toMatchObject({ tracked: { value: true } }))
  })

  test('loses no name of a rental that the team has, too', async () => {
    const ben = await openBoard()
    ben.tracked.add([{ token: 'a', tags: ['mai'] }])
    await until(() => expect(server.files.size).toBe(1))
    const anne = await openBoard({ own: ['a'] })
    anne.tracked.edit('a', { name: 'Oise' })
    await until(() => {
      for (const { rental } of [anne, ben]) expect(rental('a')).toMatchObject({ name: 'Oise', tags: ['mai'] })
    })
  })

  test('is not emptied by what the team once removed', async () => {
    const { anne, ben } = await openTwo()
    anne.tracked.remove(['a'])
    await until(() => expect(ben.tokens()).toEqual([]))
    const other = await openBoard({ own: ['a'] })
    await until(() => expect(other.team.state.getState().isListed).toBe(true))
    expect(other.tokens()).toEqual(['a'])
    other.team.share(['a'])
    await until(() => expect(ben.tokens()).toEqual(['a']))
  })
})

test('two hundred rentals that two add at once are two hundred for both', async () => {
  const [anne, ben] = [await openBoard(), await openBoard()]
  const tokens = Array.from({ length: 200 }, (_, index) => `r${index}`)
  anne.tracked.add(tokens.slice(0, 120).map(token => ({ token })))
  ben.tracked.add(tokens.slice(80).map(token => ({ token })))
  await until(() => {
    expect(server.files.size).toBe(200)
    expect(anne.tokens()).toHaveLength(200)
    expect(ben.tokens()).toHaveLength(200)
  })
})
