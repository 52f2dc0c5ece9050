import { describe, expect, test, vi } from 'vitest'
import { DecodeError, NetworkError } from '../../src/api/errors.ts'
import { readBody } from '../../src/api/read-body.ts'

const utf8 = new TextEncoder()
const latin1 = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0))
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, letter => letter.charCodeAt(0)).buffer)

function response(bytes: Uint8Array<ArrayBuffer>, contentType?: string) {
  return new Response(bytes, { headers: contentType === undefined ? {} : { 'Content-Type': contentType } })
}

describe('the text of a body', () => {
  const declared = "<?xml version='1.0' encoding='ISO-8859-1'?><result>é</result>"
  const json = '{"message":"Clé"}'
  test.each([
    ['UTF-8 without a word about it', response(utf8.encode(json)), json],
    ['a named charset', response(latin1(json), 'application/json; charset=ISO-8859-1'), json],
    ['a quoted charset', response(latin1(json), 'application/json;Charset="latin1"; x=y'), json],
    ['an unknown charset, taken for UTF-8', response(utf8.encode(json), 'text/xml; charset=klingon'), json],
    ['the encoding that the XML declares', response(latin1(declared), 'text/xml'), declared],
    [
      'a charset that the XML contradicts',
      response(utf8.encode(declared), 'text/xml; charset=utf-8'),
      declared,
    ],
    ['a byte order mark', response(utf8.encode(`\ufeff${json}`)), json],
    [
      'a byte order mark that the charset contradicts',
      response(utf8.encode(`\ufeff${json}`), 'x/y; charset=latin1'),
      json,
    ],
    ['UTF-16 with its mark', response(utf16(`\ufeff${json}`)), json],
    ['no body', new Response(null, { status: 204 }), ''],
  ])('is read from %s', async (_, reply, text) => {
    expect(await readBody(reply)).toBe(text)
  })

  test('is joined from chunks that cut a letter', async () => {
    const [first, second] = [utf8.encode('é').slice(0, 1), utf8.encode('é').slice(1)]
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(first)
        controller.enqueue(second)
        controller.close()
      },
    })
    expect(await readBody(new Response(body))).toBe('é')
  })
})

describe('the size of a body', () => {
  test('may be one megabyte', async () => {
    expect(await readBody(new Response('x'.repeat(1_000_000)))).toHaveLength(1_000_000)
  })

  test('ends the reading when it is larger', async () => {
    const cancel = vi.fn<() => void>()
    const pull = (controller: ReadableStreamDefaultController) => controller.enqueue(new Uint8Array(300_000))
    const endless = new ReadableStream({ pull, cancel }, { highWaterMark: 0 })
    await expect(readBody(new Response(endless))).rejects.toEqual(new DecodeError('too-large'))
    expect(cancel).toHaveBeenCalledOnce()
  })
})

test('a connection that breaks is a network error with its cause', async () => {
  const cause = new TypeError('terminated')
  const pull = (controller: ReadableStreamDefaultController) => controller.error(cause)
  const error: unknown = await readBody(new Response(new ReadableStream({ pull }))).catch(error => error)
  expect(error).toBeInstanceOf(NetworkError)
  expect(error).toHaveProperty('cause', cause)
})
