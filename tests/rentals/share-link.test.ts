import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { deflate, toBase64Url } from '../../src/lib/encoding.ts'
import { MAX_RENTALS } from '../../src/rentals/outside-rental.ts'
import { visibleText, withoutInvisibles } from '../../src/rentals/plain-text.ts'
import { MAX_SHARE_CHARS, parseShare, shareIn, writeShare } from '../../src/rentals/share-link.ts'
import { MAX_TAGS, type TrackedRental } from '../../src/rentals/tracked-rental.ts'
import { anyTidyToken } from './any-token.ts'

const rental = (token: string, name?: string, tags: readonly string[] = []): TrackedRental => {
  return { token, name, tags, addedAt: 1, place: 0 }
}

/** What the link of the rentals gives back. */
async function roundTrip(rentals: readonly TrackedRental[]) {
  return (await parseShare(await writeShare(rentals)))?.rentals
}

const isVisible = (token: string) => withoutInvisibles(token) === token

const tooMuch = { rentals: [], interests: {}, isTooMuch: true }

const bytesOf = (text: string) => Uint8Array.from(new TextEncoder().encode(text))

/** A compressed link around any JSON. */
async function linkTo(value: unknown) {
  return `z${toBase64Url(await deflate(bytesOf(JSON.stringify(value))))}`
}

describe('a link', () => {
  test('carries tokens, names and tags, in whatever letters', async () => {
    const rentals = [
      rental('a'),
      rental('b/=é', 'Fête à Saint-Étienne 🎉'),
      rental('c', undefined, ['été', '緊急']),
    ]
    expect(await roundTrip(rentals)).toEqual([
      { token: 'a', name: undefined, tags: [] },
      { token: 'b/=é', name: 'Fête à Saint-Étienne 🎉', tags: [] },
      { token: 'c', name: undefined, tags: ['été', '緊急'] },
    ])
  })

  test('carries any tokens that can be seen, and tidy names', async () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 40 })
    const list = fc.uniqueArray(fc.tuple(anyTidyToken.filter(isVisible), name), {
      selector: ([token]) => token,
    })
    await fc.assert(
      fc.asyncProperty(list, async pairs => {
        const back = await roundTrip(pairs.map(([token, name]) => rental(token, name)))
        expect(back?.map(({ token }) => token)).toEqual(pairs.map(([token]) => token))
      }),
      { numRuns: 50 },
    )
  })

  test('carries 1,000 tokens of 40 digits with their names within the limit', async () => {
    let seed = 1
    const digit = () => {
      seed = (seed * 48_271) % 2_147_483_647
      return (seed % 16).toString(16)
    }
    const rentals = Array.from({ length: 1_000 }, (_, index) =>
      rental(Array.from({ length: 40 }, digit).join(''), `Campagne d’été n° ${index}`, ['soldes']),
    )
    const link = await writeShare(rentals)
    expect(link.length).toBeLessThan(50_000)
    expect((await parseShare(link))?.rentals).toEqual(
      rentals.map(({ token, name, tags }) => ({ token, name, tags })),
    )
  })

  test('stands in an address as it is', async () => {
    const link = await writeShare(
      Array.from({ length: 50 }, (_, index) => rental(`token-${index}`, 'Noël ?&=#')),
    )
    expect(link).toMatch(/^z[\w-]+$/)
  })

  test('carries the names of interests, and none where there are none', async () => {
    const interests = { 12: 'Jardin', 99: 'Été à deux' }
    const back = await parseShare(await writeShare([rental('a', 'Oise')], interests))
    expect(back).toEqual({ rentals: [{ token: 'a', name: 'Oise', tags: [] }], interests })
    expect((await parseShare(await writeShare([rental('a')])))?.interests).toEqual({})
  })

  test('brings names of interests on one line, and none that is empty', async () => {
    const link = await linkTo({
      rentals: [['a']],
      interests: { 12: ' Jardin\n et\u0000 ', 13: ' ', '': 'x' },
    })
    expect((await parseShare(link))?.interests).toEqual({ 12: 'Jardin et' })
  })

  test('without names of interests is written as it was before there were any', async () => {
    expect(await parseShare(await linkTo([['a', 'Oise', ['mai']]]))).toEqual({
      rentals: [{ token: 'a', name: 'Oise', tags: ['mai'] }],
      interests: {},
    })
  })

  test('is bare JSON where the browser cannot compress, and is read all the same', async () => {
    const compressed = await writeShare([rental('a', 'Oise')])
    const { CompressionStream } = globalThis
    onTestFinished(() => void Object.assign(globalThis, { CompressionStream }))
    Reflect.deleteProperty(globalThis, 'CompressionStream')
    const bare = await writeShare([rental('a', 'Oise')])
    expect(bare).toMatch(/^j[\w-]+$/)
    expect(await parseShare(bare)).toEqual(await parseShare(compressed))
  })
})

describe('a link is not read', () => {
  test.each([
    ['empty', ''],
    ['of no known form', 'q123'],
    ['that is no base64', 'z!!!'],
    ['that is not compressed', `z${toBase64Url(bytesOf('[["a"]]'))}`],
    ['that is no JSON', `j${toBase64Url(bytesOf('[["a"]'))}`],
    ['that is no UTF-8', `j${toBase64Url(Uint8Array.of(0xff, 0xfe))}`],
  ])('%s', async (_, link) => {
    expect(await parseShare(link)).toBeUndefined()
  })

  test('cut off anywhere', async () => {
    const link = await writeShare([rental('abc', 'Oise'), rental('def', 'Aisne')])
    for (let length = 0; length < link.length - 2; length += 1) {
      expect(await parseShare(link.slice(0, length))).toBeUndefined()
    }
  })

  test.each<[string, unknown]>([
    ['an object', { token: 'a' }],
    ['a list of texts', ['a']],
    ['a token that is a number', [[7]]],
    ['tags that are no list', [['a', 'Oise', 'mai']]],
    ['an entry too long', [['a', 'Oise', [], 'x']]],
    ['names of interests that are no texts', { rentals: [['a']], interests: { 12: 7 } }],
  ])('that holds %s', async (_, value) => {
    expect(await parseShare(await linkTo(value))).toBeUndefined()
  })
})

describe('a link is refused as too much, at once,', () => {
  const tags = (count: number) => Array.from({ length: count }, (_, index) => `tag ${index}`)
  const entries = (count: number) => Array.from({ length: count }, (_, index) => [`token-${index}`])

  test('longer than the limit', async () => {
    expect(await parseShare(`j${'A'.repeat(MAX_SHARE_CHARS)}`)).toEqual(tooMuch)
  })

  test.each<[string, unknown]>([
    ['that unfolds to more bytes than it may', [['a', 'x'.repeat(5_000_000)]]],
    ['with 900,000 tags', [['a', 'Oise', new Array(900_000).fill('x')]]],
    ['with 600,000 rentals', new Array(600_000).fill(['a'])],
    ['with 1,300,000 empty rentals', new Array(1_300_000).fill([])],
    ['with one rental too many', entries(MAX_RENTALS + 1)],
    ['with 1,001 tags of one rental', [['a', '', tags(1_001)]]],
    [
      'with too many names of interests',
      { rentals: [['a']], interests: Object.fromEntries(tags(1_001).map(code => [code, 'x'])) },
    ],
  ])('%s', async (_, value) => {
    const link = await linkTo(value)
    expect(link.length).toBeLessThan(MAX_SHARE_CHARS)
    const before = process.cpuUsage()
    expect(await parseShare(link)).toEqual(tooMuch)
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_500)
  })

  test('and one with as much as there may be is read', async () => {
    const link = await linkTo([...entries(MAX_RENTALS - 1), ['a', '', tags(MAX_TAGS)]])
    const back = await parseShare(link)
    expect(back?.rentals).toHaveLength(MAX_RENTALS)
    expect(back?.rentals.at(-1)?.tags).toHaveLength(MAX_TAGS)
  })

  test('and of one with more tags the first are read, and the others counted', async () => {
    const back = await parseShare(await linkTo([['a', '', tags(MAX_TAGS + 12)]]))
    expect(back?.rentals).toEqual([{ token: 'a', name: undefined, tags: tags(MAX_TAGS), tagsLeftOut: 12 }])
  })

  test('and so is one whose tags are split into more', async () => {
    const back = await parseShare(await linkTo([['a', '', ['x;'.repeat(500_000), 'y'.repeat(500_000)]]]))
    expect(back?.rentals[0]?.tags?.length).toBeLessThanOrEqual(MAX_TAGS)
    expect(JSON.stringify(back).length).toBeLessThan(1_000)
  })
})

test('what a link brings holds no key: not as a token, nor in names and tags', async () => {
  const token = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'
  const link = await linkTo({
    rentals: [
      [`apiKey=s3cr3tKEY&token=${token}`, 'apiKey=s3cr3tKEY', ['clé API : s3cr3tKEY', 'mai']],
      ['apiKey=s3cr3tKEY'],
    ],
    interests: { 12: 'api_key: s3cr3tKEY', 'apiKey=s3cr3tKEY': 'Jardin' },
  })
  expect(await parseShare(link)).toEqual({
    rentals: [{ token, name: undefined, tags: ['mai'] }],
    interests: {},
  })
})

test('what a link brings is tidied: names on one line, tags short, each token once', async () => {
  const link = await linkTo([
    ['a', ' Oise\n et\u0000 Aisne ', ['mai; juin', ' ', 'x'.repeat(50)]],
    ['a b', 'no token'],
    ['c'],
    ['c'],
    ['\u200bd\u00ade\ufe0f'],
  ])
  expect((await parseShare(link))?.rentals).toEqual([
    { token: 'a', name: 'Oise et Aisne', tags: ['mai', 'juin', 'x'.repeat(40)] },
    { token: 'a b', name: 'no token', tags: [] },
    { token: 'c', name: undefined, tags: [] },
    { token: 'de', name: undefined, tags: [] },
  ])
})

describe('what mail and chat programs add to a link changes nothing:', () => {
  test.each<[string, (part: string) => string]>([
    ['a dot', part => `${part}.`],
    ['a bracket', part => `${part})`],
    ['an angle bracket', part => `${part}>`],
    ['an encoded bracket', part => `${part}%3E`],
    ['a guillemet', part => `${part}\u00a0»`],
    ['a comma and words', part => `${part}, merci`],
    ['a line break', part => `${part.slice(0, 9)}\n${part.slice(9)}`],
    ['an encoded line break', part => `${part.slice(0, 9)}%0D%0A${part.slice(9)}`],
    ['an encoded space and words', part => `${part}%20merci`],
    ['a soft line break of mail', part => `${part.slice(0, 9)}=\r\n${part.slice(9)}`],
    ['a percent sign', part => `${part.slice(0, 9)}%${part.slice(9)}`],
    ['an invisible character', part => `${part.slice(0, 9)}%E2%80%8B${part.slice(9)}`],
    ['a parameter', part => `${part}&fbclid=IwAR0`],
    ['an encoded parameter', part => `${part}%26utm_source%3Dmail`],
    ['a question mark', part => `${part}?igsh=1`],
    ['an underscore of Markdown', part => `${part}_`],
    [
      'an encoded character',
      part => part.replace(/[a-y]/, letter => `%${letter.charCodeAt(0).toString(16)}`),
    ],
    [
      'lines and the quotation of a mail',
      part => `${part.slice(0, 9)}\n> ${part.slice(9, 20)}\n> ${part.slice(20)}\n> Merci`,
    ],
    ['a space in it and words behind', part => `${part.slice(0, 9)} ${part.slice(9)} merci de suivre`],
    ['a dash and words', part => `${part}- merci`],
    ['a break that was escaped twice', part => `${part.slice(0, 9)}%250A${part.slice(9)}`],
    ['a space that was escaped three times', part => `${part.slice(0, 9)}%252520${part.slice(9)}`],
    ['the mark of a link in Markdown', part => `${part})**`],
    ['the end of an element', part => `${part}">Voir</a>`],
    ['an ellipsis', part => `${part}…`],
    ['a fragment', part => `${part}#:~:text=Oise`],
    ['an emoji', part => `${part}🙂`],
    ['a right-to-left mark', part => `${part.slice(0, 9)}\u200f${part.slice(9)}\u200f`],
    ['an indent', part => `${part.slice(0, 9)}\r\n\t${part.slice(9)}`],
    ['a slash', part => `${part}/`],
    ['a signature', part => `${part}\n--\nPaul`],
    [
      'letters of full width',
      part => part.replace(/\d/g, digit => String.fromCharCode(0xfee0 + digit.charCodeAt(0))),
    ],
  ])('%s', async (_, add) => {
    const part = await writeShare([rental('b22b841a21624f4f452ba7fa8c822c0ed7cecfdb', 'Oise')])
    expect((await parseShare(add(part)))?.rentals.map(({ name }) => name)).toEqual(['Oise'])
    const links = [
      `https://a.fr/#/partage/${add(part)}`,
      `https://b.fr/?url=https%3A%2F%2Fa.fr%2F%23%2Fpartage%2F${add(part)}`,
      `https://c.fr/?u=https%253A%252F%252Fa.fr%252F%2523%252FPartage%252F${add(part)}`,
    ]
    for (const link of links)
      expect((await parseShare(shareIn(visibleText(`Voici : ${link}`)) ?? ''))?.rentals).toHaveLength(1)
  })
})
