import { describe, expect, test } from 'vitest'
import requestRule from '../../src/server/request-rule.js'
import { freePort } from '../browser/free-port.ts'
import { CANARY } from '../server/canary.ts'
import { startFakeUpstream } from '../server/fake-upstream.ts'
import { providerFaults } from '../server/faults.ts'
import { brokenFiles, fileRequest } from '../server/file-faults.ts'
import { ownPage } from '../server/proxy-cases.ts'
import { sendRaw } from '../server/raw-request.ts'
import { expectKept } from './expect-kept.ts'
import { startNginx } from './start-nginx.ts'

const CALL = { target: '/api/location/status?token=abc', headers: [ownPage] }

/** Milliseconds that the page waits for a reply, a stale one included. */
const TIMEOUT_MS = 10_000

const silences = providerFaults.filter(({ error }) => error === 'upstream-timeout')

describe.concurrent('a provider that', { timeout: 20_000 }, () => {
  test.each(silences)(
    'answers with $name is given up before the page gives up',
    async ({ answer, error }) => {
      const upstream = await startFakeUpstream()
      upstream.answerWith(answer)
      const nginx = await startNginx({
        settings: { SMSPARTNER_API_URL: upstream.url, SMSPARTNER_API_KEY: CANARY },
      })
      const start = performance.now()
      const reply = await sendRaw(nginx.port, CALL)
      expect(performance.now() - start).toBeLessThan(TIMEOUT_MS - 500)
      expect(reply.status).toBe(504)
      expect(reply.body.toString()).toBe(requestRule.errorReply(error).body.toString())
      await expectKept(reply, nginx)
      await upstream.calls[0]?.closed
      expect(upstream.calls).toHaveLength(1)
      await nginx.stop()
      await upstream.close()
    },
    20_000,
  )

  test.each([
    ['has a closed port', async () => `http://127.0.0.1:${await freePort()}/v1`],
    ['has a name that no name server can find', async () => 'http://provider.invalid/v1'],
  ])(
    '%s keeps nginx from nothing but its answers',
    async (_what, apiUrl) => {
      const nginx = await startNginx({
        settings: {
          SMSPARTNER_API_URL: await apiUrl(),
          SMSPARTNER_API_KEY: CANARY,
          NGINX_LOCAL_RESOLVERS: `127.0.0.1:${await freePort()}`,
        },
      })
      const reply = await sendRaw(nginx.port, CALL)
      expect(reply.status).toBeGreaterThanOrEqual(502)
      expect(JSON.parse(reply.body.toString())).toMatchObject({ error: expect.stringMatching(/^upstream-/) })
      await expectKept(reply, nginx)
      await nginx.stop()
    },
    20_000,
  )

  test.each([...silences, ...brokenFiles.filter(({ isSlow }) => isSlow)])(
    'answers a file with $name is given 30 s',
    async ({ name, answer }) => {
      const upstream = await startFakeUpstream()
      upstream.answerWith(answer)
      const nginx = await startNginx({
        settings: {
          SMSPARTNER_API_URL: upstream.url,
          SMSPARTNER_API_KEY: CANARY,
          ALLOW_FILE_DOWNLOAD: '1',
        },
      })
      const start = performance.now()
      const reply = await sendRaw(nginx.port, fileRequest('abc'))
      expect(performance.now() - start).toBeGreaterThan(29_000)
      // A chunked body that is whole ends with an empty chunk.
      if (name === 'silence')
        expect(reply.body.toString()).toBe(requestRule.errorReply('upstream-timeout').body.toString())
      else expect(reply.body.toString()).not.toMatch(/\r\n0\r\n\r\n$/)
      await expectKept(reply, nginx)
      await upstream.calls[0]?.closed
      expect(upstream.calls).toHaveLength(1)
      await nginx.stop()
      await upstream.close()
    },
    45_000,
  )
})
