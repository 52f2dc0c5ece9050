import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { TeamServer } from '../server/expect-team.ts'
import { createSurroundings } from '../server/team-attacks.ts'
import { testTeamFiles } from '../server/team-facts.ts'
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

testTeamFiles(() => server)
