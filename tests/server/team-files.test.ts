import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import type { TeamServer } from './expect-team.ts'
import { buildSmallPage } from './small-page.ts'
import { createSurroundings } from './team-attacks.ts'
import { testTeamFiles } from './team-facts.ts'
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

  testTeamFiles(() => server)
})
