import { expect, test, vi } from 'vitest'
import { electLeader } from '../../src/lib/tabs.ts'
import { fakeBrowser } from '../polling/fake-browser.ts'

async function settle() {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

function candidate(browser: ReturnType<typeof fakeBrowser>) {
  const { services, ...tab } = browser.openTab()
  const onChange = vi.fn()
  if (services.locks === undefined) throw new Error('a fake browser has locks')
  const candidacy = electLeader(services.locks, 'board', onChange)
  return { ...tab, ...candidacy, said: () => onChange.mock.calls.flat() }
}

function refuse(): never {
  throw new DOMException('', 'SecurityError')
}

test('the first leads, the next when it stops or crashes', async () => {
  const browser = fakeBrowser()
  const [a, b, c] = [candidate(browser), candidate(browser), candidate(browser)]
  await settle()
  expect([a.said(), b.said(), c.said()]).toEqual([['leads'], [], []])
  a.stop()
  await settle()
  expect([a.said(), b.said(), c.said()]).toEqual([['leads'], ['leads'], []])
  b.crash()
  await settle()
  expect(c.said()).toEqual(['leads'])
})

test('one that stops in the line never leads', async () => {
  const browser = fakeBrowser()
  const [a, b] = [candidate(browser), candidate(browser)]
  await settle()
  b.stop()
  a.stop()
  await settle()
  expect(b.said()).toEqual([])
})

test('one that is overtaken stands in line again', async () => {
  const browser = fakeBrowser()
  const [a, b] = [candidate(browser), candidate(browser)]
  await settle()
  b.takeLead()
  await settle()
  expect([a.said(), b.said()]).toEqual([['leads', 'follows'], ['leads']])
  b.stop()
  await settle()
  expect(a.said()).toEqual(['leads', 'follows', 'leads'])
})

test.each([
  ['at once', () => refuse()],
  ['in the end', async () => refuse()],
])('where locks are forbidden every tab leads alone (%s)', async (_, request) => {
  const onChange = vi.fn()
  electLeader({ request }, 'board', onChange)
  await settle()
  expect(onChange.mock.calls).toEqual([['alone']])
})
