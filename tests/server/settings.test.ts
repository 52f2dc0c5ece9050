import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readServerSettings } from '../../src/server/settings.ts'
import { runVite } from './vite-process.ts'

const defaults = {
  host: 'localhost',
  port: undefined,
  apiUrl: new URL('https://api.smspartner.fr/v1'),
  apiKey: undefined,
  allowedHosts: [],
  allowsFiles: false,
  providerRate: 20,
  teamFolder: undefined,
}

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('what the environment says', () => {
  test.each([{}, { HOST: '', PORT: ' ' }])('is nothing in %o', environment => {
    expect(readServerSettings(environment, folder)).toEqual({ ...defaults, lacksKey: false, warnings: [] })
  })

  test('is nothing but the wish for a live board in blanks', () => {
    const environment = { SMSPARTNER_API_URL: '', SMSPARTNER_API_KEY: ' ', ALLOWED_HOSTS: ' , ' }
    expect(readServerSettings(environment, folder)).toMatchObject({ ...defaults, lacksKey: true })
  })

  test('is read without the space around it', () => {
    const environment = {
      HOST: ' 0.0.0.0 ',
      PORT: ' 8080 ',
      SMSPARTNER_API_URL: ' http://127.0.0.1:9/v1/ ',
      SMSPARTNER_API_KEY: ' key\n',
      ALLOWED_HOSTS: 'board.example, Other.Example, fd00::1',
      ALLOW_FILE_DOWNLOAD: ' 1 ',
      PROVIDER_RATE: ' 5 ',
      TEAM_LIST_DIR: ' ./team ',
    }
    expect(readServerSettings(environment, folder)).toEqual({
      host: '0.0.0.0',
      port: 8080,
      apiUrl: new URL('http://127.0.0.1:9/v1/'),
      apiKey: 'key',
      allowedHosts: ['board.example', 'other.example', 'fd00::1'],
      allowsFiles: true,
      providerRate: 5,
      teamFolder: join(folder, 'team'),
      lacksKey: false,
      warnings: [],
    })
  })

  test.each(['', '0', 'true', 'yes', 'on', '01', '1.0', '11'])('allows no files in %o', value => {
    expect(readServerSettings({ ALLOW_FILE_DOWNLOAD: value }, folder).allowsFiles).toBe(false)
  })

  test.each([
    [undefined, undefined],
    [' ', undefined],
    ['/srv/team', '/srv/team'],
  ])('keeps the team’s list, named %o, in %o', (TEAM_LIST_DIR, teamFolder) => {
    expect(readServerSettings({ TEAM_LIST_DIR }, folder).teamFolder).toBe(teamFolder)
  })

  test('outweighs the .env file, which fills in the rest', () => {
    writeFileSync(join(folder, '.env'), '# mine\nPORT=5000\nSMSPARTNER_API_KEY="from file"\nHOST=127.0.0.1\n')
    const { host, port, apiKey } = readServerSettings({ PORT: '6000', SMSPARTNER_API_KEY: '' }, folder)
    expect({ host, port, apiKey }).toEqual({ host: '127.0.0.1', port: 6000, apiKey: undefined })
  })
})

test.each([
  'PORT: 5000',
  'PORT 5000',
  '\tPORT=5000',
  'export  PORT=5000',
  'set PORT=5000',
  '$env:PORT=5000',
  'HOST=x\n PORT',
])('a line of .env that would be passed over is named: %j', line => {
  writeFileSync(join(folder, '.env'), line)
  expect(() => readServerSettings({}, folder)).toThrow('PORT must be written in .env as PORT=value.')
})

test.each([
  'PORT=5000',
  '\uFEFFPORT=5000',
  'HOST=x\rPORT=5000\r',
  ' PORT=5000',
  'export PORT=5000',
  'PORT="5000"\r\nHOST=x',
  '# PORT 1\nPORT = 5000 # mine',
])('a line of .env that is read: %j', line => {
  writeFileSync(join(folder, '.env'), line)
  expect(readServerSettings({}, folder).port).toBe(5000)
})

describe('a server that was meant to be live and has no key', () => {
  const lacksKey = (environment: NodeJS.ProcessEnv) => readServerSettings(environment, folder).lacksKey

  test.each([
    { SMSPARTNER_API_KEY: '' },
    { SMSPARTNER_API_URL: 'http://127.0.0.1:9' },
    { ALLOWED_HOSTS: 'board.example' },
    { ALLOW_FILE_DOWNLOAD: '0' },
    { TEAM_LIST_DIR: './team' },
    { SMSPARTNER_APIKEY: 'abc' },
    { allowed_hosts: 'board.example' },
  ])('shows by %o', environment => {
    expect(lacksKey(environment)).toBe(true)
    expect(readServerSettings(environment, folder).warnings.at(-1)).toContain(
      'SMSPARTNER_API_KEY holds no key',
    )
    expect(lacksKey({ ...environment, SMSPARTNER_API_KEY: 'abc' })).toBe(false)
  })

  test.each(['', '# nothing', 'PORT=5000', 'OTHER=1', 'SMSPARTNER_APIKEY=abc', 'SMSPARTNER_API_KEY='])(
    'shows by a .env with %j',
    text => {
      writeFileSync(join(folder, '.env'), text)
      expect(lacksKey({})).toBe(true)
      expect(lacksKey({ SMSPARTNER_API_KEY: 'abc' })).toBe(false)
    },
  )

  test.each([{}, { HOST: '0.0.0.0', PORT: '5000' }, { HOME: '/root', PATH: '/bin', CI: '1' }])(
    'is another than %o',
    environment => expect(lacksKey(environment)).toBe(false),
  )

  test.each([
    ['blanks', [' ', '\t', '\u00a0', '   \n', '\u2003', '\r\n']],
    ['quotes', ['""', "''", '"', '“”', '«\u00a0»', '``', '"" ""']],
    [
      'a placeholder',
      [
        '<key>',
        'xxxxxxxx',
        '***',
        '…',
        'your-api-key',
        'YOUR KEY HERE',
        'votre_clé',
        'VotreCleApi',
        'changeme',
      ].concat([
        'change-me',
        'REPLACE_ME',
        'ma_cle',
        'à remplacer',
        'api_key',
        'my-key',
        'undefined',
        'exemple',
      ]),
    ],
    [
      'an example in a sentence',
      [
        'put-your-key-here',
        'mettez votre clé ici',
        'votre clé API SMS Partner',
        'xxxx-your-key-xxxx',
        'SMSPARTNER_API_KEY',
        'Collez-Ici',
        '[insérez la clé]',
        'clé',
      ],
    ],
  ])('has %s for a key', (_what, keys) => {
    for (const key of keys) {
      const settings = readServerSettings({ SMSPARTNER_API_KEY: key }, folder)
      expect([key, settings.apiKey, settings.lacksKey]).toEqual([key, undefined, true])
    }
  })

  test.each([
    'a3f'.repeat(13),
    'se/cret',
    'demo',
    'right',
    'k-0-x',
    '{key}',
    'x1',
    'a3f4todo99ab',
    'your2f4e6a81',
    '7c-changeme-91',
    'replaceb4dawn',
    'sk_live_myKeyHere9',
    'exAmple12',
    'totodo',
    '9placeholder9',
    'NoneSuch',
  ])('has not the key %s, whatever words are in it', key => {
    expect(readServerSettings({ SMSPARTNER_API_KEY: key }, folder).apiKey).toBe(key)
  })
})

describe('a value that cannot be used', () => {
  test.each([
    { PORT: '-1' },
    { PORT: '65536' },
    { PORT: '80.5' },
    { PORT: '0x50' },
    { PORT: 'secret' },
    { SMSPARTNER_API_URL: 'secret' },
    { SMSPARTNER_API_URL: 'api.secret.test/v1' },
    { SMSPARTNER_API_URL: 'secret:443/v1' },
    { SMSPARTNER_API_URL: '//secret' },
    { SMSPARTNER_API_URL: 'ftp://secret' },
    { SMSPARTNER_API_URL: 'file:///secret' },
    { SMSPARTNER_API_URL: 'https://secret:secret@api.smspartner.fr/v1' },
    { SMSPARTNER_API_URL: 'https://api.smspartner.fr/v1?apiKey=secret' },
    { SMSPARTNER_API_URL: 'https://api.smspartner.fr/v1#secret' },
    { ALLOWED_HOSTS: 'https://secret.test' },
    { ALLOWED_HOSTS: 'secret.test:8080' },
    { ALLOWED_HOSTS: 'a.test secret.test' },
    { ALLOWED_HOSTS: '*.secret.test' },
    { ALLOWED_HOSTS: 'orléans-secret.test' },
    { ALLOWED_HOSTS: '[::1]' },
    { PROVIDER_RATE: '0' },
    { PROVIDER_RATE: '0.5' },
    { PROVIDER_RATE: 'secret' },
    { SMSPARTNER_API_KEY: 'sec ret' },
    { SMSPARTNER_API_KEY: 'secrèt' },
    { SMSPARTNER_API_KEY: 'secret'.repeat(100) },
  ])('is an error that names the variable and does not repeat it: %o', environment => {
    const [name] = Object.keys(environment)
    const read = () => readServerSettings(environment, folder)
    expect(read).toThrow(new RegExp(`^${name} must be [^\\n]+\\.$`))
    expect(read).not.toThrow(/secret/)
  })

  test.each(['build', 'preview', 'dev'])(
    'ends vite %s with that message and no stack',
    async command => {
      const { code, output } = await runVite([command], { root: folder, env: { PORT: 'x' } })
      expect(code).toBe(1)
      expect(output).toContain('[PORT must be a whole number from 0 to 65535.]')
      expect(output).not.toMatch(/^\s+at /m)
    },
    60_000,
  )
})
