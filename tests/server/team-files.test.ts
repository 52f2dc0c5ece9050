import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectFileTagged, expectListing, expectObeyed, type TeamServer } from './expect-team.ts'
import { sendRaw } from './raw-request.ts'
import { buildSmallPage } from './small-page.ts'
import {
  createSurroundings,
  expectCutHarmless,
  expectFuzzHarmless,
  expectToldUnwritable,
  expectWholeReads,
} from './team-attacks.ts'
import { teamCases } from './team-cases.ts'
import { startVite, type ViteProcess } from './vite-process.ts'

let root: string

beforeAll(async () => {
  root = await buildSmallPage()
}, 60_000)

afterAll(() => rm(root, { recursive: true }))

describe.each(['dev', 'preview'] as const)('%s', command => {
  let vite: ViteProcess
  let server: TeamServer

  beforeAll(async () => {
    const folder = await createSurroundings()
    const env = { TEAM_LIST_DIR: folder, ALLOWED_HOSTS: 'board.example' }
    vite = await startVite(command, { root, env })
    server = { port: vite.port, folder, isNginx: false }
  }, 60_000)

  afterAll(async () => {
    await vite.stop()
    await rm(dirname(server.folder), { recursive: true })
  })

  test.each(teamCases)('$name', line => expectObeyed(server, line))

  test('a file has a tag', () => expectFileTagged(server))

  test('lists the files, and says when nothing has changed', () => expectListing(server))

  test('nothing of 4,000 guesses reaches beyond the folder', () => expectFuzzHarmless(server), 60_000)

  test('what breaks off leaves the old file', () => expectCutHarmless(server))

  test('nobody reads half a file', () => expectWholeReads(server), 20_000)

  test('says that it keeps a list', async () => {
    const { body } = await sendRaw(vite.port, { target: '/config.json' })
    expect(JSON.parse(body.toString())).toMatchObject({ teamList: true })
  })

  test('tells when it cannot be written, and when it is gone', () => expectToldUnwritable(server))
})
