// @vitest-environment jsdom
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseXml, type XmlElement } from '../../src/api/parse-xml.ts'

/** The element as the browser's own parser reads it; undefined where that reports an error. */
function byTheBrowser(text: string): XmlElement | undefined {
  const page = new DOMParser().parseFromString(text, 'text/xml')
  return page.getElementsByTagName('parsererror').length > 0 ? undefined : plain(page.documentElement)
}

function plain(element: Element): XmlElement {
  const own = Array.from(element.childNodes).filter(node => node instanceof Text)
  return {
    name: element.tagName,
    text: own.map(node => node.data).join(''),
    elements: Array.from(element.children, plain),
  }
}

test.each([
  '<a/>',
  '<a></a >',
  '<?xml version="1.0"?>\n<!DOCTYPE a PUBLIC "x" "y">\n<a b="c" d=\'e>\'>f<!-- g --><h/>i</a>\n<!-- j -->',
  '<a><![CDATA[<b>&amp;]]]]><![CDATA[>]]></a>',
  '<a>&lt;&gt;&amp;&quot;&apos;&#233;&#xE9;&#x1F30A;</a>',
  '<é.1-2_3>ö</é.1-2_3>',
  '<a><b>1</b><b>2</b><c><b>3</b></c></a>',
])('reads %j as the browser does', text => {
  expect(parseXml(text)).toEqual(byTheBrowser(text))
  expect(parseXml(text)).toBeDefined()
})

test.each([
  '',
  ' ',
  'a',
  '<',
  '<a',
  '<a>',
  '</a>',
  '<a></b>',
  '<a><b></a></b>',
  '<a></a></a>',
  '<a/><b/>',
  '<a/>b',
  'b<a/>',
  '<a>&</a>',
  '<a>&amp</a>',
  '<a>&nbsp;</a>',
  '<a>&AMP;</a>',
  '<a>&#3;</a>',
  '<a>&#xD800;</a>',
  '<a>&#99999999999;</a>',
  '<a>&#;</a>',
  '<a b></a>',
  '<a b=c></a>',
  '<a b="<"></a>',
  '<a b="c></a>',
  '<1/>',
  '< a/>',
  '<a><!-- b</a>',
  '<a><!-- b -- c --></a>',
  '<a><![CDATA[b</a>',
  '<a><?b</a>',
])('refuses %j as the browser does', text => {
  expect(parseXml(text)).toBeUndefined()
  expect(byTheBrowser(text)).toBeUndefined()
})

const name = fc.constantFrom('entry', 'result', 'a', 'é', '_b-1')
const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '&', '<', '>', '"', "'", 'é', ']') })
const { tree } = fc.letrec<{ tree: XmlElement; leaf: XmlElement; branch: XmlElement }>(tie => ({
  leaf: fc.record({ name, text, elements: fc.constant([]) }),
  branch: fc.record({ name, text, elements: fc.array(tie('tree'), { maxLength: 3 }) }),
  tree: fc.oneof({ maxDepth: 3 }, tie('leaf'), tie('branch')),
}))

function write({ name, text, elements }: XmlElement): string {
  const escaped = text.replace(/[&<>]/g, char => `&#${char.charCodeAt(0)};`)
  return `<${name}>${escaped}${elements.map(write).join('')}</${name}>`
}

test('reads back whatever is written', () => {
  fc.assert(
    fc.property(tree, element => {
      expect(parseXml(write(element))).toEqual(element)
    }),
  )
})

test('agrees with the browser on what is left of an XML text after a cut', () => {
  fc.assert(
    fc.property(tree, fc.nat(), fc.nat(), (element, from, length) => {
      const whole = write(element)
      const start = from % whole.length
      const cut = whole.slice(0, start) + whole.slice(start + (length % 5))
      expect(parseXml(cut)).toEqual(byTheBrowser(cut))
    }),
  )
})

test.each([
  ['open tags', '<a>'.repeat(30_000)],
  ['white space in a tag', `<a ${' '.repeat(30_000)}`],
  ['attributes without an end', `<a${' b="c"'.repeat(10_000)}`],
  ['open comments', '<!--'.repeat(30_000)],
  ['ampersands', `<a>${'&'.repeat(30_000)}</a>`],
])('is done at once with nothing but %s', (_what, hostile) => {
  const begun = performance.now()
  expect(parseXml(hostile)).toBeUndefined()
  expect(performance.now() - begun).toBeLessThan(2_000)
})
