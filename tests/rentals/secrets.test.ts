import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePaste } from '../../src/features/add/parse-paste.ts'

/** A rental's token, and an account's key of the same form. */
const TOKEN = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'
const KEY = '7fd1c20b6a1f4d0d9b3f1c5e8a7d6b5c4391ab4e'

/** How people and programs write both down; K stands for the key, H for the token. */
const forms: readonly string[] = [
  'apiKey=K&token=H',
  'token=H&apiKey=K',
  '?token=H&apiKey=K&_format=xml',
  'https://api.smspartner.fr/v1/location/status?apiKey=K&token=H&_format=xml',
  'https://api.smspartner.fr/v1/location/status?token=H&apiKey=K#x',
  'api.smspartner.fr/v1/location/status?apiKey=K&token=H',
  'GET /v1/location/status?apiKey=K&token=H HTTP/1.1',
  'https://a.fr/?apiKey=K&amp;token=H',
  'https://a.fr/?apiKey=K&#38;token=H',
  'https://a.fr/?url=https%3A%2F%2Fb.fr%2F%3FapiKey%3DK%26token%3DH',
  'https://a.fr/?url=https%253A%252F%252Fb.fr%252F%253FapiKey%253DK%2526token%253DH',
  'apiKey%3DK%26token%3DH',
  '%61pi%4Bey=K&token=H',
  'https://a.fr/?api%5Fkey=K&token=H',
  'https://a.fr/?apiKey%5B%5D=K&token=H',
  'https://user:K@a.fr/?token=H',
  'https://K@a.fr/?token=H',
  'apikey=K token=H',
  'APIKEY=K;token=H',
  'api_key: K, token: H',
  'Api-Key : K\nToken : H',
  'apiKey K token H',
  'SMSPARTNER_API_KEY=K\nTOKEN=H',
  'export SMSPARTNER_API_KEY="K"\nexport RENTAL_TOKEN="H"',
  "API_KEY_PROD='K'\nTOKEN='H'",
  'API_KEY=\nK\nTOKEN=\nH',
  'setx API_KEY K\nsetx TOKEN H',
  'X-Api-Key: K\nX-Token: H',
  'Authorization: Bearer K\nH',
  'Authorization: Basic K\r\n\r\ntoken=H',
  'Authorization: Token K\n\nH',
  'authorization: K\ntoken=H',
  'Bearer K, location H',
  'curl "https://api.smspartner.fr/v1/location/status?apiKey=K&token=H"',
  "curl -H 'X-Api-Key: K' 'https://a.fr/v1/status?token=H'",
  'curl -H "Authorization: Bearer K" -d token=H https://a.fr',
  'curl -G https://a.fr -d apiKey=K -d token=H',
  'curl https://a.fr --data-urlencode "apiKey=K" --data-urlencode "token=H"',
  'curl -u user:K https://a.fr/?token=H',
  'curl --user K: "https://a.fr/?token=H"',
  'http GET a.fr apiKey==K token==H',
  'board --api-key K --token H',
  'board --api-key=K --token=H',
  "$url = 'https://a.fr?apiKey=' . 'K' . '&token=' . 'H';",
  "$params = ['apiKey' => 'K', 'token' => 'H'];",
  "$params = array(\n  'apiKey' => 'K',\n  'token' => 'H',\n);",
  "define('API_KEY', 'K'); $token = 'H';",
  "$apiKey = 'K'; $token = 'H';",
  "$config['apiKey'] = 'K';\n$config['token'] = 'H';",
  "$sms->setApiKey('K')->status('H');",
  "'apiKey' => env('API_KEY', 'K'),\n'token' => 'H',",
  'Dim apiKey As String = "K"\nDim token As String = "H"',
  'url = "https://a.fr?apiKey=" & "K" & "&token=" & "H"',
  'query.Add("apiKey", "K")\nquery.Add("token", "H")',
  '"{""apiKey"":""K"",""token"":""H""}"',
  'requests.get(url, params={"apiKey": "K", "token": "H"})',
  "api_key = 'K'\ntoken = 'H'",
  'api_key = """K"""\ntoken = "H"',
  'headers = {"X-API-Key": "K"}\nrequests.get(f"{url}?token=H")',
  'os.environ["API_KEY"] = "K"; status("H")',
  'const apiKey: string = `K`, token: string = `H`',
  "fetch(url + '?apiKey=' + 'K' + '&token=' + 'H')",
  'var apiKey := "K"; token := "H"',
  '{"apiKey":"K","token":"H"}',
  '{"token":"H","apiKey":"K"}',
  '{\n  "api_key": "K",\n  "location": { "token": "H" }\n}',
  '{"apiKeys":["K","K"],"tokens":["H"]}',
  '{"apiKey":{"value":"K"},"token":"H"}',
  '{"token":"https://a.fr/?apiKey=K&token=H"}',
  '{"token":"H","name":"apiKey=K"}',
  '{"token":"H","name":"clé API : K"}',
  '[{"token":"H","auth":{"headers":{"X-Api-Key":"K"}}}]',
  '{"\\u0061piKey":"K","token":"H"}',
  '{"url":"https:\\/\\/a.fr\\/?apiKey=K\\u0026token=H","token":"H"}',
  '"{\\"apiKey\\":\\"K\\",\\"token\\":\\"H\\"}"',
  "{apiKey: 'K', token: 'H'}",
  '<request><apiKey>K</apiKey><token>H</token></request>',
  '<request>\n  <apiKey type="string">K</apiKey>\n  <token>H</token>\n</request>',
  '<apiKey><![CDATA[K]]></apiKey><token>H</token>',
  '<request apiKey="K" token="H"/>',
  '<add key="apiKey" value="K"/><add key="token" value="H"/>',
  '<input name="apiKey" value="K"><input name="token" value="H">',
  '<input value="K" name="apiKey"><input value="H" name="token">',
  '[{"value":"K","name":"apiKey"},{"value":"H","name":"token"}]',
  '<input value="K" id="x" name="apiKey"> H',
  "<param value='K' id='api_key'/><param value='H' id='token'/>",
  '<key>apiKey</key>\n<string>K</string>\n<key>token</key>\n<string>H</string>',
  '&lt;apiKey&gt;K&lt;/apiKey&gt;&lt;token&gt;H&lt;/token&gt;',
  'apiKey: K\ntoken: H',
  '- apiKey: "K"\n- token: "H"',
  'Clé API : K\nIdentifiant : H',
  'Cle API: K\nH',
  'Cle\u0301 API : K\nH',
  'clé d’API = K ; H',
  "La clé de l'API est K et la location est H.",
  'Clef API → K\nH',
  'Clé API SMS Partner : K\nLocation : H',
  'Clé API\nK\n\nIdentifiant de location\nH',
  'Clé API :\n\nK\n\nH',
  'Bonjour, ma clé API (à ne pas diffuser) est K. Merci de suivre la location H.',
  'API key: K\nRental: H',
  'The API key is K and the token is H',
  'Mot de passe : K\nH',
  'password=K\nH',
  'client_secret=K\nH',
  'access_token=K&token=H',
  'key=K&token=H',
  'clé : K\nH',
  '**API key**: `K`\n**Token**: `H`',
  '| apiKey | token |\n|---|---|\n| K | H |',
  'token;apiKey\nH;K',
  'Clé API;Identifiant;Nom\nK;H;Oise',
  'Nom\tClé API\tToken\nOise\tK\tH',
  'apiKey,token\nK,H',
  'Référence;Clé API;Campagne\nH;K;Oise',
  'Export du jour\n\nApi Key;Référence\nK;H',
  'apiKey      token\nK  H',
  'token       apiKey\nH  K',
  'H, apiKey=K',
  'H;Oise;apiKey=K',
  'H : clé API K',
  'H, Oise (apiKey: K)',
  'apiKey=K&token=H\nH, K',
  'H\nK\nhttps://a.fr/?apiKey=K',
  'apiKey\r\n\r\nK\r\n\r\nH',
  'apiKey = new Key("K"), H',
  'SMSPARTNER_KEY=K\nTOKEN=H',
  'userKey=K&token=H',
  '[lien](https://a.fr/?apiKey=K&token=H)',
  JSON.stringify(
    {
      url: {
        query: [
          { key: 'apiKey', value: 'K' },
          { key: 'token', value: 'H' },
        ],
      },
    },
    null,
    2,
  ),
  JSON.stringify(
    [
      { name: 'apiKey', value: 'K' },
      { name: 'token', value: 'H' },
    ],
    null,
    2,
  ),
  JSON.stringify(
    [
      { key: 'apiKey', type: 'secret', value: 'K' },
      { key: 'token', value: 'H' },
    ],
    null,
    2,
  ),
  'env:\n  - name: SMSPARTNER_API_KEY\n    value: K\n  - name: TOKEN\n    value: H',
  '<input\n  name="apiKey"\n  value="K">\n<input\n  name="token"\n  value="H">',
  '> Clé API :\n> K\n> Location :\n> H',
  '- Clé API :\n  - K\n- Location :\n  - H',
  "[23/11/2026 12:03] Paul: je t'envoie la clé API\n[23/11/2026 12:04] Paul: K\n[23/11/2026 12:05] Paul: token H",
  'apiKey: >-\n  K\ntoken: H',
  'apiKey: |\n  K\ntoken: H',
  'Clé SMS Partner : K\nLocation : H',
  'La clé du compte : K\nLocation : H',
  'Token API : K\nLocation : H',
  "Jeton d'API : K\nLocation : H",
  'Jeton d’accès : K\nLocation : H',
  'Code API : K\nLocation : H',
  'Clé API&nbsp;: K<br>Location&nbsp;: H',
  '<p>Clé API : <span style="x">K</span></p><p>Location : H</p>',
  'K est ma clé API, H la location',
  "$k = 'K'; // clé API\n$h = 'H'; // location",
  'K (clé API)\nH',
  'K  <- ma clé API\nH',
  'Clés API : K (test), K (prod)\nlocation H',
  'Les clés API sont K et K. La location est H.',
  'Le secret est K, la location H',
  'Secret K\nLocation H',
  'client secret K\nH',
  'nom,id,clé api de la prod\nOise,H,K',
  'API_CLE_PROD=K\nTOKEN=H',
]

const written = (form: string, key: string, token: string) =>
  form.replaceAll(/\b[KH]\b|(?<=3D|%3D|%253D)[KH]/g, letter => (letter === 'K' ? key : token))

const isKey = (text: string, key: string) => text.toLowerCase().includes(key.toLowerCase())

describe('of a key and a token only the token is taken:', () => {
  test.each(forms)('%j', form => {
    const result = parsePaste(written(form, KEY, TOKEN), () => false)
    expect(result.added.map(({ token }) => token)).toEqual([TOKEN])
    expect(JSON.stringify(result)).not.toContain(KEY)
    expect(result.refused).toEqual([])
    expect(result.hadSecrets).toBe(true)
  })
})

describe('a key alone is nothing to follow:', () => {
  test.each([
    'apiKey=K',
    'apiKey=K&token=',
    'https://api.smspartner.fr/v1/location/status?apiKey=K',
    'X-Api-Key: K',
    'Authorization: Bearer K',
    'ma clé API : K',
    'Clé API\nK',
    'apiKey\nK\nK',
    '{"apiKey":"K"}',
    '<apiKey>K</apiKey>',
    'curl -H "X-Api-Key: K" https://a.fr',
  ])('%j', form => {
    for (const key of [KEY, KEY.toUpperCase(), 's3cr3t-Key_07']) {
      const text = written(form, key, '')
      expect(parsePaste(text, () => false)).toMatchObject({
        added: [],
        present: [],
        refused: [],
        hadSecrets: true,
      })
    }
  })
})

test('a token of no certain form is taken by its name', () => {
  for (const form of forms.filter(form => /token["']?(=|:|"?: ?"| => ')H/.test(form)))
    expect(parsePaste(written(form, KEY, 'abc'), () => false).added).toEqual([
      expect.objectContaining({ token: 'abc' }),
    ])
})

test('a key of no certain form beside a sign takes no token along', () => {
  expect(parsePaste(`api_key = s3cr3t\n${TOKEN}`, () => false).added).toEqual([{ token: TOKEN }])
})

test('names stay beside their tokens', () => {
  const table = `Nom;Clé API;Token\nOise;${KEY};${TOKEN}`
  expect(parsePaste(table, () => false).added).toEqual([{ token: TOKEN, name: 'Oise' }])
  const list = `apiKey=${KEY}\n${TOKEN}, Ouverture Compiègne`
  expect(parsePaste(list, () => false).added).toEqual([{ token: TOKEN, name: 'Ouverture Compiègne' }])
})

test.each([
  `${TOKEN}, Relance clé API`,
  `${TOKEN}, Jardin secret`,
  `Jardin Secret\t${TOKEN}`,
  `Key\tName\n${TOKEN}\tOise`,
  `Clé;Nom\n${TOKEN};Oise`,
  'passage;monkey;secretaire;basic;alpha',
  'keyboard:abc-12345678',
])('what only looks like the name of a key costs nothing: %j', text => {
  const { added, hadSecrets = false } = parsePaste(text, () => false)
  expect(hadSecrets).toBe(false)
  expect(added.length).toBeGreaterThan(0)
})

describe('what is only said of a password or a secret costs no rental and no name:', () => {
  test.each([
    `Bonjour,\nLe mdp suit par mail, merci\n${TOKEN}, Oise\n${KEY}, Aisne`,
    `Votre mdp suit, bonne journée\n${TOKEN}, Oise\n${KEY}, Aisne`,
    `Mot de passe envoyé par SMS, merci\n${TOKEN}, Oise\n${KEY}, Aisne`,
    `Je te renvoie le mot de passe demain, bises\n${TOKEN}, Oise\n${KEY}, Aisne`,
  ])('%j', text => {
    expect(parsePaste(text, () => false).added).toEqual([
      { token: TOKEN, name: 'Oise' },
      { token: KEY, name: 'Aisne' },
    ])
  })

  test.each([
    [
      'Oise',
      `{"api_keys":"s3cr3t-Key_07","campaigns":[{"id":"${TOKEN}","nom":"Oise"},{"id":"${KEY}","nom":"Nord"}]}`,
    ],
    ['Oise', `nom;token API\nOise;${TOKEN}\nNord;${KEY}`],
    ['Oise', `nom\tjeton d'accès\nOise\t${TOKEN}\nNord\t${KEY}`],
    ['Code accès', `${TOKEN} - Code accès`],
    ['Clés du compte', `${TOKEN} - Clés du compte`],
    ['Clé privée', `${TOKEN} - Clé privée`],
    ['Code accès', `nom;jeton\nCode accès;${TOKEN}\nClé SMS;${KEY}`],
    ['60. Oise', `nom;token\n60. Oise;${TOKEN}\n59. Nord;${KEY}`],
    ['Oise - Relance: hommes', `03/11/2026 08:00\tOise - Relance: hommes\t${TOKEN}`],
    ['Oise', `•\t${TOKEN}, Oise\n•\t${KEY}, Nord`],
    ['Euro', `Euro;${TOKEN}\nOise;${KEY}`],
    ['Victoria’s Secret', `Nom\tToken\nVictoria’s Secret\t${TOKEN}`],
    ['Secret Santa', `Campagne;Token\nSecret Santa;${TOKEN}`],
    ['Jardin secret', `[{"name":"Jardin secret","token":"${TOKEN}"}]`],
    ['Papi Clément', `Papi Clément;${TOKEN}\nOise;${KEY}`],
    ['Okapi Clermont-Ferrand', `Okapi Clermont-Ferrand;${TOKEN}\nOise;${KEY}`],
    ['Victoria’s Secret 20261123', `${TOKEN}, Victoria’s Secret 20261123`],
  ])('%s', (name, text) => {
    expect(parsePaste(text, () => false).added).toContainEqual({ token: TOKEN, name })
  })
})

/** Keys of the provider's form and of others. */
const anyKey = fc.oneof(
  fc.stringMatching(/^[0-9a-f]{40}$/),
  fc.stringMatching(/^[A-Za-z0-9_-]{16,64}$/).filter(key => !/token|key|api|secret/i.test(key)),
)
const around = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('Bonjour,\n', `${TOKEN}, Oise\n`, 'token;nom\n', 'a\tb\n', '- ', '> ', '\n\n'),
)

test('a key without a digit is left out of a table that blanks align, too', () => {
  const { added, hadSecrets } = parsePaste(`token       apiKey\n${TOKEN}  aaaaaaAaaaaa__a-`, () => false)
  expect(added).toEqual([{ token: TOKEN }])
  expect(hadSecrets).toBe(true)
})

test('a key that begins like an equals sign of mail is known where it stands alone, too', () => {
  const { added } = parsePaste('3D0___aaaaaaAaaaa\nhttps://a.fr/?apiKey=3D0___aaaaaaAaaaa', () => false)
  expect(JSON.stringify(added)).not.toContain('0___')
})

test('no key survives anywhere, whatever stands around it', () => {
  fc.assert(
    fc.property(around, fc.constantFrom(...forms), anyKey, around, (before, form, key, after) => {
      fc.pre(!isKey(TOKEN, key))
      const text = `${before}\n${written(form, key, TOKEN)}\n${after}`
      expect(isKey(JSON.stringify(parsePaste(text, () => false)), key)).toBe(false)
    }),
    { numRuns: 1_000 },
  )
})
