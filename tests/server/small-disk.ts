import { spawnSync } from 'node:child_process'
import { expect } from 'vitest'
import { ask, type TeamServer } from './expect-team.ts'
import { filesBefore } from './team-cases.ts'

function run(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args).status === 0
}

/** Puts a disk of 256 kB in the folder's place; false where this machine does not let us. */
export function mountSmallDisk(folder: string): boolean {
  return run('mount', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder)
}

export function unmount(folder: string): void {
  run('umount', '-l', folder)
}

/** Expects that a full disk and one that is read-only are told, and that what was there stays and can be read. */
export async function expectDiskToldFull(server: TeamServer): Promise<void> {
  const body = JSON.stringify('x'.repeat(16_000))
  const put = (name: string, text = body) => ask(server, name, { method: 'PUT', body: text })
  const listed = async (): Promise<unknown[]> => (await ask(server, '')).json()
  await put('abc.json', filesBefore['abc.json'])

  const replies: Response[] = []
  for (let nth = 0; nth < 40; nth++) replies.push(await put(`x${nth}.json`))
  const written = replies.filter(({ status }) => status === 201).length
  expect(written).toBeGreaterThan(5)
  expect(written).toBeLessThan(16)
  for (const reply of replies.slice(written)) await expectTold(reply)
  expect(await listed()).toHaveLength(written + 1)
  expect(await (await ask(server, 'x0.json')).text()).toBe(body)
  await expectTold(await put('abc.json'))
  expect(await (await ask(server, 'abc.json')).text()).toBe(filesBefore['abc.json'])

  await ask(server, 'x0.json', { method: 'DELETE' })
  expect((await put('y.json')).status).toBe(201)

  expect(run('mount', '-o', 'remount,ro', server.folder)).toBe(true)
  await expectTold(await put('abc.json'))
  await expectTold(await ask(server, 'abc.json', { method: 'DELETE' }))
  expect(await (await ask(server, 'abc.json')).text()).toBe(filesBefore['abc.json'])
  expect(await listed()).toHaveLength(written + 1)
}

async function expectTold(reply: Response): Promise<void> {
  expect(await reply.json()).toMatchObject({ error: 'team-list-unwritable' })
  expect(reply.status).toBe(507)
}
