import { describe, expect, test } from 'vitest'
import { parseFile } from '../../src/api/parse-file.ts'
import { fictitiousNumbers } from '../../src/demo/demo-file.ts'
import { PLAY_MS } from '../../src/demo/demo-reply.ts'
import { createDemoFetch } from '../../src/demo/provider-reply.ts'

const COMPIEGNE = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'
const LILLE = '7fd1c20bc0e94b6687690d88cfac6b3efe91ab4e'

function play() {
  let time = 0
  const demoFetch = createDemoFetch({ now: () => time })
  return {
    file: (token: string) => demoFetch(`/api/location/file/download?token=${token}`),
    status: async (token: string) =>
      (await (await demoFetch(`/api/location/status?token=${token}`)).json()).status,
    to(ms: number) {
      time = ms
    },
  }
}

describe('the demonstration', () => {
  test.each([
    ['CSV', COMPIEGNE, { form: 'text', numbers: 10 }],
    ['a JSON list', LILLE, { form: 'list', numbers: 1_500 }],
  ])('gives a file out as %s, whole', async (_, token, content) => {
    const reply = await play().file(token)
    const bytes = new Uint8Array(await reply.arrayBuffer())
    expect(reply.headers.get('Content-Length')).toBe(String(bytes.byteLength))
    expect(parseFile({ bytes, type: '', disposition: '' })).toMatchObject(content)
  })

  test('gives it out once, and counts it as downloaded until the play starts over', async () => {
    const { file, status, to } = play()
    expect(await status(COMPIEGNE)).toBe(2)
    await (await file(COMPIEGNE)).body?.cancel()
    expect(await status(COMPIEGNE)).toBe(5)
    expect(await (await file(COMPIEGNE)).json()).toMatchObject({ success: false, code: 34 })
    to(PLAY_MS + 1)
    expect(await status(COMPIEGNE)).toBe(2)
  })

  test.each([
    ['failed', 'e0a95f77d823f8f5226c7b3b4feba52a7002c3d8', 36],
    ['in creation', '44c0de10dd704ffccd49856663af146c19be77a1', 33],
    ['unknown', '1a2b3c4d5e6f', 32],
  ])('refuses the file of a rental that is %s', async (_, token, code) => {
    expect(await (await play().file(token)).json()).toMatchObject({ success: false, code })
  })

  test('has numbers that nobody has', () => {
    const numbers = fictitiousNumbers(20_000)
    expect(numbers).toHaveLength(20_000)
    expect(numbers.every(number => /^063998\d{4}$/.test(number))).toBe(true)
  })
})
