import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { freePort } from '../browser/free-port.ts'
import { startFakeUpstream } from '../server/fake-upstream.ts'
import { ownPage } from '../server/proxy-cases.ts'
import { sendRaw } from '../server/raw-request.ts'
import { deploy, installScripts, render } from './render.ts'
import { startNginx } from './start-nginx.ts'

let folder: string
let delivered: string
let settingsFile: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-render-'))
  settingsFile = join(folder, 'settings')
  delivered = await readFile(join(deploy, 'board.env'), 'utf8')
})

afterAll(() => rm(folder, { recursive: true }))

/** Renders settings that are written just so; with arguments, into a place. */
async function renderText(settings: string | Buffer, ...args: readonly string[]) {
  await writeFile(settingsFile, settings)
  const run = spawnSync('sh', [join(deploy, 'render.sh'), settingsFile, ...args], { encoding: 'utf8' })
  return { status: run.status, stdout: run.stdout, stderr: run.stderr }
}

/** The delivered settings with one line in place of another, and the number of that line. */
function withLine(name: string, line: string): { text: string; at: number } {
  const lines = delivered.split('\n')
  const index = lines.findIndex(text => text.startsWith(`${name}=`))
  return { text: lines.with(index, line).join('\n'), at: index + 1 }
}

test('every variable of the template has its line in board.env, and the other way round', async () => {
  const template = await readFile(join(deploy, 'templates/default.conf.template'), 'utf8')
  const used = Array.from(template.matchAll(/\$\{(\w+)\}/g), ([, name]) => name)
  const named = Array.from(delivered.matchAll(/^(\w+)=/gm), ([, name]) => name)
  const reckoned = ['GRACE_SECONDS', 'PROVIDER_BURST']
  expect([...new Set(used)].toSorted()).toEqual([...named, ...reckoned].toSorted())
})

test('nothing of the environment is replaced that is not a setting of the board', async () => {
  vi.stubEnv('uri', 'oops')
  vi.stubEnv('SERVER_NAME', 'oops')
  expect(await render(folder, {})).not.toContain('oops')
  vi.unstubAllEnvs()
})

test('without name servers, those of the machine are taken', async () => {
  const servers = (await readFile('/etc/resolv.conf', 'utf8')).matchAll(/^nameserver\s+(\S+)/gm)
  const expected = Array.from(servers, ([, address = '']) =>
    address.includes(':') ? `[${address}]` : address,
  )
  const [, resolvers = ''] = /resolver (.*);/.exec(await render(folder, {})) ?? []
  expect(resolvers.trim().split(' ')).toEqual(expected)
})

test('a setting file that is not there is said, and renders nothing', () => {
  const { status, stdout, stderr } = spawnSync('sh', [join(deploy, 'render.sh'), '/nowhere'], {
    encoding: 'utf8',
  })
  expect(status).not.toBe(0)
  expect(stdout).toBe('')
  expect(stderr).toContain('/nowhere')
})

describe('settings that are understood:', () => {
  const crlf = () => delivered.replaceAll('\n', '\r\n')

  test.each<[string, () => string | Buffer]>([
    ['no line break at the end', () => delivered.trimEnd()],
    ['Windows’ line breaks', crlf],
    ['Windows’ line breaks, and none at the end', () => crlf().trimEnd()],
    ['a byte order mark', () => `\uFEFF${delivered}`],
    ['a byte order mark before a setting', () => `\uFEFF${delivered.replace(/^#.*\n/gm, '')}`],
    ['comments with accents', () => `# clé – “à” 🔑\n${delivered}`],
    ['indented comments and blank lines', () => delivered.replaceAll('\n', '\n  # PORT=1\n \t\n\n')],
    ['another order', () => delivered.split('\n').toReversed().join('\n')],
  ])('%s', async (_what, settings) => {
    expect(await renderText(settings())).toEqual({
      status: 0,
      stdout: await render(folder, {}),
      stderr: 'SMSPARTNER_API_KEY is empty: the page opens as a demonstration and says so\n',
    })
  })

  test('a key, without a word', async () => {
    const { status, stderr } = await renderText(withLine('SMSPARTNER_API_KEY', 'SMSPARTNER_API_KEY=abc').text)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  test('what belongs to another setting goes out with it', async () => {
    const bare = await render(folder, {})
    expect(bare).not.toMatch(/ssl http2|auth_request \/|answerTeam|^ *@|\$\{/m)
    const tls = await render(folder, {
      TLS_CERTIFICATE: '/a.crt',
      TLS_KEY: '/example/a.key',
      TLS_PORT: '8443',
    })
    expect(tls.match(/listen 0\.0\.0\.0:8443 ssl http2; ssl_certificate '\/a\.crt';/g)).toHaveLength(2)
    expect(tls).toContain('https://$host:8443$request_uri')
  })

  test('each one as the last line, without a line break', async () => {
    const port = await freePort()
    for (const [name, value] of [
      ['PORT', String(port)],
      ['ALLOW_FILE_DOWNLOAD', '1'],
      ['SERVER_NAME', 'last.example'],
    ] as const) {
      const rest = withLine(name, '').text
      const { stdout } = await renderText(`${rest.trimEnd()}\n${name}=${value}`)
      expect(stdout).toBe(await render(folder, { [name]: value }))
      expect(stdout).toContain(value)
    }
  })
})

describe('settings that are refused, by their line and name:', () => {
  test.each<[name: string, line: string, what?: string]>([
    ['PASSWORD_FILE', 'export PASSWORD_FILE=/etc/passwd'],
    ['PASSWORD_FILE', ' PASSWORD_FILE=/etc/passwd'],
    ['PASSWORD_FILE', '\tPASSWORD_FILE=/etc/passwd'],
    ['PASSWORD_FILE', 'PASSWORD_FILE =/etc/passwd'],
    ['PASSWORD_FILE', 'PASSWORD_FILE= /etc/passwd'],
    ['PASSWORD_FILE', 'PASSWORD_FILE=/etc/passwd '],
    ['PASSWORD_FILE', 'PASSWORD_FILE=/etc/passwd # who'],
    ['PASSWORD_FILE', 'PASSWORD_FILE: /etc/passwd'],
    ['PASSWORD_FILE', 'PASSWORD_FILE /etc/passwd'],
    ['PASSWORD_FILE', 'PASSWORD_FILE'],
    ['PASSWORD_FILE', 'PASSWORD_FILE="/etc/passwd"'],
    ['PASSWORD_FILE', "PASSWORD_FILE='/etc/passwd'"],
    ['PASSWORD_FILE', 'PASSWORD_FILE=""'],
    ['PASSWORD_FILE', 'PASSWORD_FILE=etc/passwd'],
    ['PASSWORD_FILE', 'PASSWORD_FILE=/nowhere/at/all'],
    ['PASSWORD_FILE', 'PASSWORD_FILE=/dev/null'],
    ['PASSWORD_FILE', 'PASSWORD_FILE=/tmp'],
    ['PASSWORD_FILE', '\u00a0PASSWORD_FILE=/etc/passwd'],
    ['PASSWORD_FILE', '+PASSWORD_FILE=/etc/passwd'],
    ['PASSWORD_FILE', 'PASSWORD_FILE\0=/etc/passwd'],
    ['PASSWORD_FILE', 'password_file=/etc/passwd', 'password_file'],
    ['PASSWORD_FILE', 'PASSWORDFILE=/etc/passwd', 'PASSWORDFILE'],
    ['PASSWORD_FILE', 'PASSWORD_FILES=/etc/passwd', 'PASSWORD_FILES'],
    ['PASSWORD_FILE', 'PASSWORD-FILE=/etc/passwd', ''],
    ['PASSWORD_FILE', '=/etc/passwd', ''],
    ['PASSWORD_FILE', '/etc/passwd', ''],
    ['SMSPARTNER_API_KEY', 'SMSPARTNER_API_KEY=a b'],
    ['SMSPARTNER_API_KEY', "SMSPARTNER_API_KEY=a'b"],
    ['SMSPARTNER_API_KEY', 'SMSPARTNER_API_KEY=a\\b'],
    ['SMSPARTNER_API_KEY', 'SMSPARTNER_API_KEY="ab"'],
    ['SMSPARTNER_API_KEY', 'SMSPARTNER_API_KEY=clé'],
    ['SMSPARTNER_API_KEY', `SMSPARTNER_API_KEY=${'a'.repeat(257)}`],
    ['SMSPARTNER_API_URL', 'SMSPARTNER_API_URL='],
    ['SMSPARTNER_API_URL', 'SMSPARTNER_API_URL=api.smspartner.fr/v1'],
    ['SMSPARTNER_API_URL', 'SMSPARTNER_API_URL=ftp://api.smspartner.fr/v1'],
    ['SMSPARTNER_API_URL', 'SMSPARTNER_API_URL=https://a:b@api.smspartner.fr/v1'],
    ['SMSPARTNER_API_URL', 'SMSPARTNER_API_URL=https://api.smspartner.fr/v1?x'],
    ['HOST', 'HOST='],
    ['HOST', 'HOST=0.0.0.0;'],
    ['PORT', 'PORT='],
    ['PORT', 'PORT=0'],
    ['PORT', 'PORT=65536'],
    ['PORT', 'PORT=8080x'],
    ['PORT', 'PORT=8080 ssl'],
    ['PORT', 'PORT=x'],
    ['TLS_PORT', 'TLS_PORT=65536'],
    ['TLS_CERTIFICATE', 'TLS_CERTIFICATE=board.crt'],
    ['TLS_KEY', "TLS_KEY=/a'b"],
    ['ACCESS_LOG', 'ACCESS_LOG=off'],
    ['ACCESS_LOG', 'ACCESS_LOG='],
    ['SERVER_NAME', 'SERVER_NAME=a.test, b.test'],
    ['SERVER_NAME', 'SERVER_NAME=a.test; return 200'],
    ['CACHE_SECONDS', 'CACHE_SECONDS='],
    ['CACHE_SECONDS', 'CACHE_SECONDS=5s'],
    ['STALE_SECONDS', 'STALE_SECONDS=-1'],
    ['VIEWER_RATE', 'VIEWER_RATE=0'],
    ['PROVIDER_RATE', 'PROVIDER_RATE=0'],
    ['PROVIDER_RATE', 'PROVIDER_RATE=20r/s'],
    ['PROVIDER_RATE', 'PROVIDER_RATE=abc'],
    ['ALLOW_FILE_DOWNLOAD', 'ALLOW_FILE_DOWNLOAD=yes'],
    ['TEAM_LIST_DIR', 'TEAM_LIST_DIR=team'],
    ['TEAM_LIST_DIR', 'TEAM_LIST_DIR=/a b'],
    ['TEAM_LIST_DIR', "TEAM_LIST_DIR=/a'b"],
    ['WEB_ROOT', 'WEB_ROOT='],
    ['WEB_ROOT', 'WEB_ROOT=/a b'],
    ['CACHE_DIR', 'CACHE_DIR=/a;b'],
    ['CA_BUNDLE', 'CA_BUNDLE=bundle.crt'],
    ['NGINX_LOCAL_RESOLVERS', 'NGINX_LOCAL_RESOLVERS=192.0.2.1, 192.0.2.2'],
  ])('%s as %j', async (name, line, said = name) => {
    const { text, at } = withLine(name, line)
    const { status, stdout, stderr } = await renderText(text)
    expect(status).not.toBe(0)
    expect(stdout).toBe('')
    expect(stderr).toMatch(new RegExp(`^line ${at}: ${said}\\b|^line ${at}: .*${said}\\b`, 'm'))
    expect(stderr).not.toContain('a b')
  })

  test.each(['TLS_CERTIFICATE', 'TLS_KEY'])('%s without the other', async name => {
    const { status, stdout, stderr } = await renderText(withLine(name, `${name}=/etc/hostname`).text)
    expect(status).not.toBe(0)
    expect(stdout).toBe('')
    expect(stderr).toContain('TLS_KEY: goes with TLS_CERTIFICATE')
  })

  test.each(['/var/www/rental-board', '/var/www/rental-board/team'])(
    'a team’s folder that would be served as part of the page: %s',
    async path => {
      const { status, stdout, stderr } = await renderText(
        withLine('TEAM_LIST_DIR', `TEAM_LIST_DIR=${path}`).text,
      )
      expect([status, stdout]).toEqual([1, ''])
      expect(stderr).toContain('TEAM_LIST_DIR: must not lie in WEB_ROOT')
    },
  )

  const hash = (...args: readonly string[]) =>
    execFileSync('openssl', ['passwd', ...args, 'right'], { encoding: 'utf8' })
  const strong = `anna:${hash('-6')}`

  test.each<[string, boolean]>([
    [strong, true],
    [`# staff\n\n${strong}`, true],
    [`anna:$2y$10$${'a'.repeat(53)}`, true],
    [`anna:$2b$12$${'a'.repeat(53)}`, true],
    [`anna:${hash('-apr1')}`, false],
    [`anna:${hash('-1')}`, false],
    ['anna:right', false],
    ['anna:{PLAIN}right', false],
    ['anna:{SSHA}cmlnaHRyaWdodHJpZ2h0cmlnaHRyaWdodA==', false],
    ['anna:', false],
    [`${strong}bob:right`, false],
    ['# nobody', false],
  ])('a password file is as strong as its weakest line: %j', async (text, isTaken) => {
    const file = join(folder, 'passwords')
    await writeFile(file, text)
    const line = `PASSWORD_FILE=${file}`
    const { status, stderr } = await renderText(withLine('PASSWORD_FILE', line).text)
    expect(status === 0, stderr).toBe(isTaken)
    if (!isTaken) expect(stderr).toContain('openssl passwd -6')
  })

  test('a name that stands there twice, whatever it says', async () => {
    const last = delivered.split('\n').length
    for (const line of ['PASSWORD_FILE=', 'PASSWORD_FILE=/etc/passwd']) {
      const { status, stdout, stderr } = await renderText(`${delivered}${line}`)
      expect(status).not.toBe(0)
      expect(stdout).toBe('')
      expect(stderr).toContain(`line ${last}: PASSWORD_FILE stands in line `)
    }
  })

  test('a name that is missing, or a comment now', async () => {
    for (const line of ['', '# PASSWORD_FILE=/etc/passwd']) {
      const { status, stdout, stderr } = await renderText(withLine('PASSWORD_FILE', line).text)
      expect(status).not.toBe(0)
      expect(stdout).toBe('')
      expect(stderr).toContain('PASSWORD_FILE is missing')
    }
  })

  test.each(['', '\n', '\0', `\uFEFF`])('a file that holds nothing: %j', async text => {
    const { status, stdout } = await renderText(text)
    expect(status).not.toBe(0)
    expect(stdout).toBe('')
  })

  test.each<[string, () => Buffer, number]>([
    ['UTF-16 LE with a mark', () => Buffer.from(`\uFEFF${delivered}`, 'utf16le'), 1],
    ['UTF-16 LE', () => Buffer.from(delivered, 'utf16le'), 1],
    ['UTF-16 BE with a mark', () => Buffer.from(`\uFEFF${delivered}`, 'utf16le').swap16(), 1],
    ['UTF-16 BE', () => Buffer.from(delivered, 'utf16le').swap16(), 1],
    ['Latin-1', () => Buffer.from(`# clé\n${delivered}`, 'latin1'), 1],
    ['Latin-1 further down', () => Buffer.from(`#\n# é\n${delivered}`, 'latin1'), 2],
  ])('a file in %s, in one line', async (_what, settings, line) => {
    const { status, stdout, stderr } = await renderText(settings())
    expect(status).not.toBe(0)
    expect(stdout).toBe('')
    expect(stderr).toBe(`line ${line}: is not in UTF-8: save the file so\n`)
  })

  test.each(
    '<key> xxxxxxxx " `` *** changeme votre_cle YOUR-KEY VotreCleApi put-your-key-here api_key xx-example-xx'.split(
      ' ',
    ),
  )('the key %s, which is none', async key => {
    const { text, at } = withLine('SMSPARTNER_API_KEY', `SMSPARTNER_API_KEY=${key}`)
    const { status, stdout, stderr } = await renderText(text)
    expect(status).not.toBe(0)
    expect(stdout).toBe('')
    expect(stderr).toMatch(new RegExp(`^line ${at}: SMSPARTNER_API_KEY (?:holds no key|must be) .*\n$`))
  })

  test.each('a3f4todo99ab 7c-changeme-91 your2f4e6a x1 replaceb4 demo {key} MyKey1 exAmple12'.split(' '))(
    'but not the key %s, which has such a word in it',
    async key => {
      const { text } = withLine('SMSPARTNER_API_KEY', `SMSPARTNER_API_KEY=${key}`)
      expect(await renderText(text)).toMatchObject({ status: 0, stderr: '' })
    },
  )
})

describe('the configuration in its place', () => {
  const before = '# what was there'
  let room: string
  let place: string
  let check: readonly string[]
  let good: string

  beforeEach(async () => {
    room = await mkdtemp(join(folder, 'nginx-'))
    place = join(room, 'conf.d/board.conf')
    await mkdir(join(room, 'conf.d'))
    await installScripts(room)
    await writeFile(
      join(room, 'nginx.conf'),
      `load_module /usr/lib/nginx/modules/ngx_http_js_module.so;
       pid ${room}/nginx.pid; error_log ${room}/error.log; events {}
       http { access_log off; include ${room}/conf.d/*.conf; }`,
    )
    check = ['-p', room, '-c', join(room, 'nginx.conf')]
    good = delivered.replace(/^PORT=.*/m, `PORT=${await freePort()}`)
    good = good.replace(/^CACHE_DIR=.*/m, `CACHE_DIR=${room}/cache`)
    good = good.replace(/^ACCESS_LOG=.*/m, `ACCESS_LOG=${room}/access.log`)
  })

  test.each([before, undefined])('is swapped in, for root alone, where %j is', async old => {
    if (old !== undefined) await writeFile(place, old)
    const { status, stdout, stderr } = await renderText(good, place, ...check)
    expect(status, stderr).toBe(0)
    expect(stderr).toContain('test is successful')
    expect(stdout).toBe('')
    expect(await readFile(place, 'utf8')).toBe((await renderText(good)).stdout)
    expect((await stat(place)).mode & 0o777).toBe(0o600)
    expect(await readdir(join(room, 'conf.d'))).toEqual(['board.conf'])
  })

  const faults: [string, (text: string) => string][] = [
    ['settings that are malformed', text => text.replace('PORT=', 'PORT =')],
    ['settings of which there are none', () => ''],
    ['a password file that is not there', text => text.replace(/^PASSWORD_FILE=/m, '$&/nowhere')],
    ['a team’s folder that is not there', text => text.replace(/^TEAM_LIST_DIR=/m, '$&/nowhere/team')],
    ['what nginx does not take', text => text.replace(/^CA_BUNDLE=.*/m, 'CA_BUNDLE=/nowhere.crt')],
    ['an address that nginx does not take', text => text.replace(/^HOST=.*/m, 'HOST=999.9.9.9')],
  ]

  test.each(faults)('stays as it was after %s', async (_what, spoil) => {
    await writeFile(place, before, { mode: 0o640 })
    const { status } = await renderText(spoil(good), place, ...check)
    expect(status).not.toBe(0)
    expect(await readFile(place, 'utf8')).toBe(before)
    expect((await stat(place)).mode & 0o777).toBe(0o640)
    expect(await readdir(join(room, 'conf.d'))).toEqual(['board.conf'])
  })

  test.each(faults)('does not come to be after %s', async (_what, spoil) => {
    expect((await renderText(spoil(good), place, ...check)).status).not.toBe(0)
    expect(await readdir(join(room, 'conf.d'))).toEqual([])
  })

  test('stays as it was where it goes ill with another one', async () => {
    await writeFile(place, before)
    const [, port] = /^PORT=(.*)/m.exec(good) ?? []
    await writeFile(join(room, 'conf.d/other.conf'), `server { listen 0.0.0.0:${port} default_server; }`)
    const { status, stderr } = await renderText(good, place, ...check)
    expect(status).not.toBe(0)
    expect(stderr).toContain('duplicate default server')
    expect(await readFile(place, 'utf8')).toBe(before)
  })

  test('is no folder', async () => {
    await mkdir(place)
    expect((await renderText(good, place, ...check)).status).not.toBe(0)
    expect(await readdir(place)).toEqual([])
    expect(await readdir(join(room, 'conf.d'))).toEqual(['board.conf'])
  })
})

test.each([
  'a$b',
  '$uri',
  `\${uri}`,
  `\${PASSWORD_FILE}`,
  'a"b',
  'a;b',
  'a}b',
  '#a',
  'a|b',
  'a&b',
  '[a]',
  'a=b',
])('nginx takes the key %s as it is', async key => {
  const upstream = await startFakeUpstream()
  const nginx = await startNginx({
    settings: { SMSPARTNER_API_KEY: key, SMSPARTNER_API_URL: upstream.url },
  })
  await sendRaw(nginx.port, { target: '/api/location/status?token=abc', headers: [ownPage] })
  expect(upstream.calls.map(({ target }) => target)).toEqual([
    `/v1/location/status?apiKey=${encodeURIComponent(key)}&token=abc`,
  ])
  await nginx.stop()
  await upstream.close()
})
