import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectFileTagged, expectListing, expectObeyed, type TeamServer } from '../server/expect-team.ts'
import { sendRaw } from '../server/raw-request.ts'
import {
  createSurroundings,
  expectCutHarmless,
  expectFuzzHarmless,
  expectToldUnwritable,
  expectWholeReads,
} from '../server/team-attacks.ts'
import { teamCases } from '../server/team-cases.ts'
import { type NginxProcess, startNginx } from './start-nginx.ts'

let nginx: NginxProcess
let server: TeamServer

beforeAll(async () => {
  const folder = await createSurroundings()
  await mkdir(folder)
  const settings = { TEAM_LIST_DIR: folder, SERVER_NAME: 'board.example', VIEWER_RATE: '100000' }
  nginx = await startNginx({ settings })
  server = { port: nginx.port, folder, isNginx: true }
})

afterAll(async () => {
  await nginx.stop()
  await rm(dirname(server.folder), { recursive: true })
})

test.each(teamCases)('$name', line => expectObeyed(server, line))

test('a file has a tag', () => expectFileTagged(server))

test('lists the files, and says when nothing has changed', () => expectListing(server))

test('nothing of 4,000 guesses reaches beyond the folder', () => expectFuzzHarmless(server), 60_000)

test('what breaks off leaves the old file', () => expectCutHarmless(server))

test('nobody reads half a file', () => expectWholeReads(server), 20_000)

test.each(['abc.json', ''])('nginx’s own address is nobody’s: /board-team/%s', async name => {
  for (const method of ['GET', 'PUT', 'DELETE'])
    expect((await sendRaw(nginx.port, { method, target: `/board-team/${name}` })).status).toBe(404)
})

test('says that it keeps a list', async () => {
  const { body } = await sendRaw(nginx.port, { target: '/config.json' })
  expect(JSON.parse(body.toString())).toMatchObject({ teamList: true })
})

test('tells when it cannot be written, and when it is gone', () => expectToldUnwritable(server))
