// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import type { ReplySource } from '../../src/demo/provider-reply.ts'
import type { StatusReply } from '../../src/demo/status-reply.ts'
import { statusHandlers } from '../fake-provider/handlers.ts'
import { network } from '../network.ts'

const reply: StatusReply = {
  success: true,
  token: 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb',
  status: 'File downloaded by user from api',
  location: {
    sexe: 'femme',
    minAge: 31,
    maxAge: 49,
    zipcode: '60200',
    interest: '12',
    category: 103,
    details_localisation: [{ Type: 'cp', Location: '60200', VolumeDesired: '10', Volume: '266' }],
    cost: { quantity: 10, total: '0.900', cost_unity: '0.090' },
  },
  file: { phoneNumbers: '10' },
}

/** The provider's own XML sample, without the space between its tags. */
const xmlSample = `<?xml version="1.0" encoding="UTF-8"?>
<result><entry>true</entry><entry><![CDATA[b22b841a21624f4f452ba7fa8c822c0ed7cecfdb]]></entry>
<entry><![CDATA[File downloaded by user from api]]></entry><entry><entry><![CDATA[femme]]></entry>
<entry>31</entry><entry>49</entry><entry><![CDATA[60200]]></entry><entry><![CDATA[12]]></entry>
<entry>103</entry><entry><entry><entry><![CDATA[cp]]></entry><entry><![CDATA[60200]]></entry>
<entry><![CDATA[10]]></entry><entry><![CDATA[266]]></entry></entry></entry><entry><entry>10</entry>
<entry><![CDATA[0.900]]></entry><entry><![CDATA[0.090]]></entry></entry></entry><entry>
<entry><![CDATA[10]]></entry></entry></result>`

const own = `${location.origin}/api/location/status`
const theirs = 'https://api.smspartner.fr/v1/location/status'

const lookup: ReplySource['lookup'] = token => (token === reply.token ? reply : undefined)

function answering(source: Partial<Parameters<typeof statusHandlers>[0]> = {}): void {
  network.use(...statusHandlers({ lookup, ...source }))
}

describe('statusHandlers', () => {
  test('answer a rental in the provider’s JSON', async () => {
    answering()
    const response = await fetch(`${own}?token=${reply.token}`)
    expect(response.headers.get('Content-Type')).toBe('application/json')
    expect(await response.json()).toEqual(reply)
  })

  test('answer a rental in the provider’s positional XML', async () => {
    answering()
    const response = await fetch(`${own}?token=${reply.token}&_format=xml`)
    expect(response.headers.get('Content-Type')).toBe('text/xml; charset=UTF-8')
    expect(await response.text()).toBe(xmlSample.replaceAll('>\n<', '><').replace('?><', '?>\n<'))
  })

  test.each([
    ['no key', `token=${reply.token}`, 1, 'La Clé API est requise'],
    ['an empty key', `apiKey=&token=${reply.token}`, 1, 'La Clé API est requise'],
    ['a wrong key', `apiKey=wrong&token=${reply.token}`, 10, 'Clé API incorrecte'],
    ['no token', 'apiKey=right', 31, 'Le token de la location est requis'],
    ['an empty token', 'apiKey=right&token=', 31, 'Le token de la location est requis'],
    ['a token of no rental', 'apiKey=right&token=1a2b3c4d5e6f', 32, 'Location introuvable'],
  ])('answer %s with the documented error', async (_, query, code, message) => {
    answering({ apiKey: 'right', path: '/v1/location/status' })
    expect(await (await fetch(`${theirs}?${query}`)).json()).toEqual({ success: false, code, message })
  })

  test('answer an error in XML', async () => {
    answering()
    const text = await (await fetch(`${own}?token=1a2b3c4d5e6f&_format=xml`)).text()
    expect(text).toContain(
      '<entry>false</entry><entry>32</entry><entry><![CDATA[Location introuvable]]></entry>',
    )
  })

  test('answer with the right key on the path of the provider', async () => {
    answering({ apiKey: 'right', path: '/v1/location/status' })
    expect(await (await fetch(`${theirs}?apiKey=right&token=${reply.token}`)).json()).toEqual(reply)
  })

  test('keep text that closes a CDATA section whole', async () => {
    answering({ lookup: () => ({ ...reply, status: 'a ]]> b' }) })
    const text = await (await fetch(`${own}?token=x&_format=xml`)).text()
    const page = new DOMParser().parseFromString(text, 'text/xml')
    expect(page.querySelectorAll('result > entry')[2]?.textContent).toBe('a ]]> b')
  })
})
