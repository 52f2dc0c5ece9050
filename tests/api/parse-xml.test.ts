import { expect, test, vi } from 'vitest'

test.each([
  ['without Trusted Types', undefined],
  ['with Trusted Types', { createPolicy: vi.fn((_name: string, rules: object) => rules) }],
])('reads XML %s', async (_where, trustedTypes) => {
  vi.stubGlobal('trustedTypes', trustedTypes)
  vi.resetModules()
  const { parseXml } = await import('../../src/api/parse-xml.ts')
  expect(parseXml('<result>é</result>').documentElement.textContent).toBe('é')
  if (trustedTypes) expect(trustedTypes.createPolicy.mock.calls).toEqual([['read-xml', expect.anything()]])
  vi.unstubAllGlobals()
})
