import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePaste } from '../../../src/features/add/parse-paste.ts'

const H = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'
const L = '7fd1c20b6a1f4d0d9b3f1c5e8a7d6b5c4391ab4e'

const read = (text: string) => parsePaste(text, () => false)
const tokensOf = (text: string) => read(text).added.map(({ token }) => token)
const namedOf = (text: string) => read(text).added.map(({ token, name }) => [token, name])

const kinds: Readonly<Record<string, readonly string[]>> = {
  'quotation marks and brackets': [
    `„${H}“`,
    `‹${H}›`,
    `‘${H}’,`,
    `「${H}」`,
    `[[${H}]]!`,
    `(réf. ${H}) ?`,
    `…${H}…`,
    `''${H}''`,
    `<${H}>`,
  ],
  'mail, chat and Markdown': [
    `>> > ${H}`,
    `> Le 23/11, Paul a écrit :\n>> - ${H}\n> merci`,
    `~~${H}~~`,
    `__${H}__`,
    `_${H}_`,
    `\`\`\`text\n${H}\n\`\`\``,
    `[location](https://a.fr/x?token=${H} "titre")`,
    `| n° | jeton |\n|:--|--:|\n| 1 | ${H} |`,
    `[12:03, 23/11/2026] Paul: ${H}`,
    `23/11/2026 12:03 - Marie Durand: suis ${H} stp`,
    `De : Paul <paul@a.fr>\nObjet : RE: ${H}\n\nok`,
    `token=3D${H}`,
  ],
  'the provider’s replies': [
    `{"success":true,"token":"${H}","status":2,"location":{"sexe":"femme"}}`,
    `{"success":true,"data":[{"reference":"${H}"}]}`,
    `<?xml version="1.0"?><result><entry>true</entry><entry><![CDATA[${H}]]></entry><entry>2</entry></result>`,
    `<result>\n <entry>\n ${H}\n </entry>\n</result>`,
    `HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"token":"${H}"}`,
    `"{\\"token\\":\\"${H}\\"}"`,
    `{"log":"reçu\\n${H}\\r\\nfin"}`,
    `{"token":"${H}"`,
  ],
  'lines of programs': [
    `$token = "${H}"; // PHP`,
    `'token' => '${H}',`,
    `Dim jeton As String = "${H}" ' VB`,
    `rental_token: Final[str] = r'${H}'`,
    `client.status(token="${H}", timeout=5)`,
    `curl -sS "https://a.fr/v1/location/status?_format=xml&token=${H}&page=2"`,
    `SELECT * FROM loc WHERE token='${H}' LIMIT 10;`,
    `location_${H}.csv`,
    `C:\\fichiers\\${H}.txt`,
  ],
  addresses: [
    `https://a.fr/location/${H}/status`,
    `https://a.fr/?utm_source=mail&token=${H}&fbclid=IwAR0abc12345678#x`,
    `https://a.fr/?u=https%3A%2F%2Fb.fr%2F%3Ftoken%3D${H}%26p%3D1`,
    `https://a.fr/?u=%252F${H}`,
    `a.fr/#/location/${H}`,
    `mailto:a@b.fr?body=%0D%0A${H}`,
    `https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.fr%2F%3Ftoken%3D${H}&data=05%7C01`,
  ],
  'invisible characters': [
    `\u200b${H}\u200d`,
    `${H.slice(0, 9)}\u00ad${H.slice(9)}`,
    `${H.slice(0, 20)}\u00ad\n${H.slice(20)}`,
    `\u202a${H}\u202c`,
    `${H.slice(0, 3)}\ufe0f${H.slice(3, 7)}\u{e0100}${H.slice(7)}`,
    `\ufffc${H}\ufffc`,
    [...H].join('\u2060'),
    `\u00a0${H}\u3000`,
    [...H].map(sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join(''),
    `\u2067${H}\u2069`,
    `\u{e0061}${H}`,
    `👉🏽\u200d${H}`,
    `1\ufe0f\u20e3${H}`,
  ],
  'breaks and escapes within it': [
    `${H.slice(0, 4)}&shy;${H.slice(4)}`,
    `${H.slice(0, 4)}&#8203;${H.slice(4)}`,
    `${H.slice(0, 4)}&#xFEFF;${H.slice(4)}`,
    `https://a.fr/?token=${H.slice(0, 4)}%E2%80%8B${H.slice(4)}`,
    `{"log":"${H.slice(0, 4)}\\u200d${H.slice(4)}`,
    `${H.slice(0, 4)}<wbr>${H.slice(4, 8)}<wbr />${H.slice(8)}`,
    `token=3D${H.slice(0, 30)}=\r\n${H.slice(30)}`,
    `${H.slice(0, 4)}\u0001${H.slice(4)}`,
    `cl%E9%20${H}`,
  ],
  'marks of a part, and words that ran into it': [
    `${H.slice(0, 4)}<b>${H.slice(4)}</b>`,
    `<mark>${H.slice(0, 8)}</mark>${H.slice(8)}`,
    `${H.slice(0, 3)}<span style="color:red">${H.slice(3, 9)}</span>${H.slice(9)} ok`,
    `${H.slice(0, 39)}<i><u>${H.slice(39)}</u></i>`,
    `<b>${H}</b>abc`,
    `abc<em>${H}</em>`,
    `token${H}`,
    `Lyon${H}Nord`,
    `${H}Zone 3`,
    `n°${H}è`,
  ],
  'other identifiers beside it': [
    `${H}\nalpha\nlocation-12`,
    `${'a1'.repeat(32)}\n${H}`,
    `123e4567-e89b-12d3-a456-426614174000;${H}`,
    `CMD-20261123, ${H}, 0612345678`,
    `{"token":"alpha","tokens":["${H}"]}`,
    `id;nom\nalpha;Oise\n${H};Aisne`,
  ],
}

describe.each(Object.entries(kinds))('of %s only the provider’s token is taken:', (_, texts) => {
  test.each(texts)('%j', text => {
    expect(tokensOf(text)).toEqual([H])
    expect(read(text)).toMatchObject({ refused: [], ignored: expect.any(Array) })
  })
})

describe('tokens that ran into each other are parted every 40 digits, which the preview says:', () => {
  test.each([
    H + L,
    `«${H}${L}», merci`,
    `{"tokens":"${H}${L}"}`,
    `${H}${L}${H}`,
    `token=${H}${L}&page=2`,
    `${H}\n${L}${H}\nLille`,
    `<b>${H}${L}</b>`,
    `${H}\u200b${L}`,
    `suivis${H}${L}svp`,
  ])('%j', text => {
    expect(tokensOf(text)).toEqual([H, L])
    expect(read(text)).toMatchObject({ hadJoined: true })
  })

  test.each([`${H}${L}a`, `${H}${L.slice(1)}`, `0x${H}`, 'ab'.repeat(32), 'ab'.repeat(64), H.repeat(11)])(
    'no other run of digits is: %j',
    text => {
      const { added, refused, hadJoined } = read(text)
      expect([...added.map(({ token }) => token), ...refused.map(({ text }) => text)]).toEqual([text])
      expect(hadJoined).toBeUndefined()
      expect(tokensOf(`${text} ${H}`)).toEqual([H])
    },
  )
})

describe('a spreadsheet gives token and name, whatever it adds:', () => {
  test.each([
    `sep=,\r\nName,Token\r\nOise,${H}\r\nAisne,${L}\r\n`,
    `"sep=;"\nLibellé;Identifiant\nOise;${H}\nAisne;${L}`,
    `sep=|\nCampagne|Token\nOise|${H}\nAisne|${L}`,
    `Token;Nom\n="${H}";="Oise"\n="${L}";="Aisne"`,
    `"Token";"Label"\n"=""${H}""";"Oise"\n"=""${L}""";"Aisne"`,
    `Nom\tToken\nOise\t"${H}\n"\nAisne\t"\n${L}"`,
    `Export du 23/11\n\nNom;Identifiant;Coût\nOise;${H};1,20\n;;\nAisne;${L};2,40\nTotal;;3,60`,
    `Name\tID\tCost\nOise\t${H}\t1.20\n\t\t\nAisne\t${L}\t2.40\nGrand total\t\t3.60`,
    `\ufeffIdentifiant de location;Titre\r\n${H};Oise\r\n\r\n${L};Aisne\r\nTotaux;\r\n`,
    `| Token | Nom |\n|---|---|\n| ${H} | Oise |\n| ${L} | Aisne |`,
    `<table><tr><th>Token</th><th>Nom</th></tr><tr><td>${H}</td><td>Oise</td></tr><tr><td>${L}</td><td>Aisne</td></tr></table>`,
    `[{"id":"${H}","name":"Oise"},{"id":"${L}","name":"Aisne"}]`,
    `sep=^\nRental name^Rental ID\nOise^${H}\nAisne^${L}`,
    `id;token;nom\n1;${H};Oise\n2;${L};Aisne`,
    `Référence de la location;Nom de campagne\n${H};Oise\n${L};Aisne\nTOTAL;`,
    `> - \`${H}\` : Oise\n> - **${L}** : Aisne`,
    `Rental;Rental token;Status\nOise;${H};Ready\nAisne;${L};Ready`,
    `Statut\tJeton\tIntitulé\nPrête\t${H}\tOise\nÉchouée\t${L}\tAisne`,
    `Nom;Token;Total\nOise;${H};Total 12\nAisne;${L};5\nTotal général;;17`,
    `;;;\n;Nom;Token;\n;Oise;${H};\n;Aisne;${L};\n;;;`,
    `${H}, Oise; ${L}, Aisne`,
    `Nom;Token\nOise;'${H}\nAisne;'${L}\nSomme;`,
    `Nom;Token\r\rOise; ${H} \rAisne;${L}\u00a0\r`,
    `Campagnes de novembre\nÉdité par Paul\n\nToken;Nom;Coût HT\n${H};Oise;0,90 €\n${L};Aisne;1,20 €\nNombre de lignes : 2`,
    `\ufeff"sep=,"\r\n"Nom","Token"\r\n"Oise","=""${H}"""\r\n"Aisne","=""${L}"""\r\n`,
  ])('%j', text => {
    expect(namedOf(text)).toEqual([
      [H, 'Oise'],
      [L, 'Aisne'],
    ])
  })
})

test('a spreadsheet gives no name where it has a fault, and one that begins like a sum', () => {
  expect(namedOf(`Nom;Token\n#N/A;${H}\nTotal Energies;${L}`)).toEqual([
    [H, undefined],
    [L, 'Total Energies'],
  ])
})

describe('identifiers of another form', () => {
  test('have their name behind them', () => {
    expect(namedOf('12345, Oise\nalpha;Ouverture Compiègne')).toEqual([
      ['12345', 'Oise'],
      ['alpha', 'Ouverture Compiègne'],
    ])
  })

  test('keep spaces and signs of a cell that Excel marked as text', () => {
    expect(namedOf(`Nom;Token\n="Oise; Nord";="${H}"`)).toEqual([[H, 'Oise; Nord']])
  })

  test.each<[string, readonly string[]]>([
    ['«alpha»', ['alpha']],
    ['="12345"', ['12345']],
    ['> beta', ['beta']],
    ['a\u200bb\u00adc', ['abc']],
    ['(gamma).', ['gamma']],
    ['alpha;beta', ['alpha', 'beta']],
    ['Token;Nom\nalpha;Oise\nTotal;1', ['alpha']],
    ['<p>alpha</p>', ['alpha']],
    ['12345, Oise', ['12345']],
    ['alpha;Ouverture Compiègne', ['alpha']],
    ['Bonjour,\nvoici mes locations\nloc1\nloc2\nCordialement', ['loc1', 'loc2']],
    ['Identifiant\nloc1\nloc2', ['loc1', 'loc2']],
    ['Token\r\nalpha\r\nbeta\r\n', ['alpha', 'beta']],
    ['loc1,Ouverture de Compiègne;loc2,Soldes', ['loc1', 'loc2']],
    ['1. loc-1\n2. loc-2', ['loc-1', 'loc-2']],
    ['«loc-1» ; “loc-2”', ['loc-1', 'loc-2']],
    ['nom;token\nTotal Energies;loc-1\nTotal;1', ['loc-1']],
    ['al\u2800pha', ['alpha']],
    ['12345 ;', ['12345']],
    ['https://a.fr/?token=loc-1&page=2', ['loc-1']],
    ['alpha ; ? ; …', ['alpha']],
  ])('that stand alone are offered: %j', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens)
    expect(read(text).isUnusual).toBe(true)
  })

  test.each([
    'où en est la campagne',
    'bonjour Marie',
    '« Soldes d’été »',
    'Lille Roubaix Tourcoing',
    'st quentin',
    'files not ready yet?',
    'ouverture  de\u00a0Compiègne',
    'Bonjour, voici la liste',
    'Bonjour,\nvoici mes locations\nCordialement',
    'Lille Roubaix, Tourcoing',
    'Hello; here is the list',
    '60200 Compiègne',
    '50 %',
    'le 12/11 à 14 h 30',
    'R&D de l’Oise',
    '🙂 merci Marie',
    'femmes 31-49 ans',
  ])('are not in prose, which is offered as a search: %j', text => {
    const { added, refused, query } = read(text)
    expect([added, refused]).toEqual([[], []])
    expect(text.replace(/\s+/g, ' ')).toContain(query)
    expect(query).not.toMatch(/^[«»\s]|[«»\s]$/)
  })
})

const invisible = fc.constantFrom(
  '\u200b',
  '\u200d',
  '\u00ad',
  '\u2060',
  '\ufeff',
  '\u202e',
  '\u2069',
  '\ufe0f',
  '\u{e0100}',
  '\ufffc',
)
const mark = fc.constantFrom(
  '"',
  "'",
  '«',
  '»',
  '“',
  '”',
  '‘',
  '’',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '<',
  '>',
  '`',
  '*',
  '_',
  '.',
  ',',
  ':',
  ' ',
)
const prose = fc.constantFrom(
  ' Bonjour, ',
  ' suivez ',
  '\n> ',
  ' la location ',
  '\n\nMerci. ',
  ' the rental ',
  '\r\n- ',
  '\t',
)
const surroundings = fc
  .array(fc.oneof(invisible, mark, prose), { maxLength: 30 })
  .map(parts => parts.join(''))

test('a token is found, alone, in any mix of marks, invisible characters and prose', () => {
  const token = fc.stringMatching(/^[0-9a-f]{40}$/)
  const cut = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.array(invisible, { maxLength: 3 }))
  fc.assert(
    fc.property(surroundings, token, cut, surroundings, (before, token, [at, hidden], after) => {
      // With another such digit beside it, nobody knows where it begins.
      fc.pre(!/[a-f0-9]$/i.test(before) && !/^[a-f0-9]/i.test(after))
      const written = token.slice(0, at) + hidden.join('') + token.slice(at)
      expect(tokensOf(before + written + after)).toEqual([token])
    }),
    { numRuns: 500 },
  )
})

test('a text without a token gives none of the provider’s form', () => {
  fc.assert(
    fc.property(surroundings, text => {
      expect(tokensOf(text).filter(token => /^[0-9a-f]{40}$/i.test(token))).toEqual([])
    }),
  )
})
