import { describe, expect, test } from 'vitest'
import { environmentWarnings, readEnvFile } from '../../src/server/env-file.ts'

const text = '# clé du compte\nSMSPARTNER_API_KEY=abc\nALLOWED_HOSTS=board.example\n'
const values = { SMSPARTNER_API_KEY: 'abc', ALLOWED_HOSTS: 'board.example' }

function utf16(content: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(content, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

describe('a file in UTF-8 is read without a warning', () => {
  test.each([
    ['plain', text],
    ['with a mark', `\uFEFF${text}`],
    ['with a mark and Windows’ line breaks', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['with a mark before a setting', `\uFEFF${text.slice(text.indexOf('\n') + 1)}`],
    ['with the line breaks of an old Mac', text.replaceAll('\n', '\r')],
    ['with letters of several bytes', `# 名前 – “key” 🔑\n${text}`],
  ])('%s', (_what, content) => {
    expect(readEnvFile(Buffer.from(content))).toMatchObject({ values, unread: [], warnings: [] })
  })
})

describe('a file in another encoding is read, with a warning', () => {
  test.each([
    ['utf-16le', 'UTF-16 LE with a mark', utf16(`\uFEFF${text}`, 'le')],
    ['utf-16be', 'UTF-16 BE with a mark', utf16(`\uFEFF${text}`, 'be')],
    ['utf-16le', 'UTF-16 LE', utf16(text, 'le')],
    ['utf-16be', 'UTF-16 BE', utf16(text, 'be')],
    ['utf-16le', 'UTF-16 LE that begins with another script', utf16(`#名前\n${text}`, 'le')],
    ['utf-16be', 'UTF-16 BE with Windows’ line breaks', utf16(text.replaceAll('\n', '\r\n'), 'be')],
    ['windows-1252', 'Latin-1', Buffer.from(text, 'latin1')],
    ['windows-1252', 'Latin-1 in the last letter', Buffer.from(`${text}# é`, 'latin1')],
    ['windows-1252', 'Latin-1 behind a value', Buffer.from(`${text}HOST=x # où`, 'latin1')],
  ])('%s: %s', (encoding, _what, bytes) => {
    expect(readEnvFile(bytes)).toMatchObject({
      values,
      unread: [],
      warnings: [`.env is not in UTF-8 but seems to be in ${encoding}: save it as UTF-8.`],
    })
  })
})

const misspelt = {
  SMSPARTNER_API_KEY: [
    'SMSPARTNER_APIKEY',
    'SMSPARTNER_API_KEYS',
    'smspartner_api_key',
    'SMS_PARTNER_API_KEY',
    'SMSPARTNER-API-KEY',
    'SMSPARTNER__API_KEY',
    'SMSPARTENR_API_KEY',
    'SMPARTNER_API_KEY',
    'SMSPARTNERS_API_KEYS',
    'SmsPartnerApiKey',
    'SMSPARTNER_API_CLE',
    'SMSPARTNER_KEY',
    'SMSPARTNER_TOKEN',
    'SMS_PARTNER_TIMEOUT',
    'SMSPARTNERKEY',
  ],
  SMSPARTNER_API_URL: [
    'SMSPARTNER_API_URI',
    'SMSPARTNER_APIURL',
    'SMSPARTNER_API_ULR',
    'SMSPARTNER_AP_URL',
    'SMSPATNER_API_URL',
    'Smspartner_Api_Url',
  ],
  ALLOWED_HOSTS: [
    'ALLOWED_HOST',
    'ALLOW_HOSTS',
    'ALOWED_HOSTS',
    'ALLOWEDHOSTS',
    'ALLOWED_HSOTS',
    'allowed_hosts',
    'ALLOWED_HOSTES',
  ],
  ALLOW_FILE_DOWNLOAD: [
    'ALLOW_FILE_DOWNLOADS',
    'ALLOW_FILES_DOWNLOAD',
    'ALLOWED_FILE_DOWNLOAD',
    'ALLOW_FILE_DONWLOAD',
    'ALLOW_FILE_DOWN_LOAD',
    'AllowFileDownload',
  ],
  PROVIDER_RATE: [
    'PROVIDER_RATES',
    'PROVIDERS_RATE',
    'PROVIDER_RAT',
    'PROVIDER_RTAE',
    'PROVIDER_RATTE',
    'ProviderRate',
  ],
  TEAM_LIST_DIR: ['TEAM_LIST_DIRS', 'TEAMLIST_DIR', 'TEAM_LSIT_DIR', 'TEAM_LIST_DI', 'TeamListDir'],
  HOST: ['HOTS', 'HOSTS', 'host', 'HSOT', 'HOTST', '_HOST'],
  PORT: ['PROT', 'PORTS', 'port', 'POTR', 'P_ORT', 'PROTS'],
}
const cases = Object.entries(misspelt).flatMap(([meant, names]) => names.map(name => ({ name, meant })))
const short = /^(?:HOTST|PROTS)$/

describe('a misspelt variable is a warning that names the right one', () => {
  test.each(cases)('$name in .env', ({ name, meant }) => {
    const suggestion = /^SMS_?PARTNER_?(?:API_CLE|KEY|TOKEN|TIMEOUT)$/.test(name)
      ? /SMSPARTNER_API_KEY/
      : new RegExp(meant)
    for (const line of [
      `${name}=secret`,
      `export ${name}="secret"`,
      `${name}: secret`,
      `  ${name} = secret`,
    ]) {
      const { warnings } = readEnvFile(Buffer.from(`# mine\n${line}`))
      expect(warnings).toEqual([expect.stringMatching(/^\.env, line 2: .* is not read: is \w+ meant\?$/)])
      expect(warnings[0]).toMatch(suggestion)
      expect(warnings[0]).not.toContain('secret')
    }
  })

  test.each(cases.filter(({ name }) => !short.test(name)))('$name in the environment', ({ name }) => {
    expect(environmentWarnings({ [name]: 'secret' })).toEqual([
      expect.stringMatching(
        new RegExp(`^The variable ${name} is no setting and is not read: is \\w+ meant\\?$`),
      ),
    ])
  })

  test.each([
    'SMSPARTNER_API_KEYsecret',
    'SMSPARTNER_APIKEY secret',
    'SMSPARTNER API KEY=secret',
    '"SMSPARTNER_APIKEY": "secret"',
    'set SMSPARTNER_APIKEY=secret',
    '- SMSPARTNER_APIKEY=secret',
  ])('%s', line => {
    const { warnings } = readEnvFile(Buffer.from(line))
    expect(warnings).toEqual([expect.stringContaining('SMSPARTNER_API_KEY')])
    expect(warnings[0]).not.toContain('secret')
  })
})

const usual =
  `HOME PATH PWD OLDPWD USER SHELL SHLVL LANG LC_ALL TERM TZ CI DEBUG EDITOR PAGER LOGNAME HOSTNAME
  HOSTTYPE NODE_ENV NODE_OPTIONS NO_COLOR FORCE_COLOR DB_HOST DB_PORT PGHOST PGPORT REDIS_HOST REDIS_PORT SMTP_HOST
  SMTP_PORT MY_HOST APP_PORT DATABASE_URL API_KEY API_URL BASE_URL LOG_LEVEL PS1 TMPDIR XDG_RUNTIME_DIR SSH_AUTH_SOCK
  http_proxy https_proxy no_proxy npm_config_port npm_lifecycle_event CORS_ALLOWED_ORIGINS VITE_PORT SERVER_NAME
  INVOCATION_ID JOURNAL_STREAM PM2_HOME VIRTUAL_HOST GPG_TTY SUDO_USER WT_SESSION PROCESSOR_LEVEL ALLUSERSPROFILE SMS_KEY
  KUBERNETES_SERVICE_HOST KUBERNETES_SERVICE_PORT DOCKER_HOST PROMPT POSIXLY_CORRECT HISTSIZE COMPUTERNAME OS`
    .trim()
    .split(/\s+/)

test.each(usual)('%s is no misspelling', name => {
  expect(environmentWarnings({ [name]: 'x' })).toEqual([])
  expect(readEnvFile(Buffer.from(`${name}=x`)).warnings).toEqual([])
})

test('the settings themselves are none, nor what is a comment', () => {
  const lines = 'HOST=x\nPORT=1 # PROT=1\n# SMSPARTNER_APIKEY=x\n  #PROT=1\nALLOW_FILE_DOWNLOAD = 1\n'
  expect(readEnvFile(Buffer.from(lines)).warnings).toEqual([])
})

test('the environment of these tests has none', () => {
  expect(environmentWarnings(process.env)).toEqual([])
})
