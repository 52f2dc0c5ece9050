import { parseEnv } from 'node:util'

/** Every variable that the servers read. */
export const settingNames = [
  'HOST',
  'PORT',
  'SMSPARTNER_API_URL',
  'SMSPARTNER_API_KEY',
  'ALLOWED_HOSTS',
  'ALLOW_FILE_DOWNLOAD',
  'PROVIDER_RATE',
  'TEAM_LIST_DIR',
]

type EnvFile = {
  values: NodeJS.Dict<string>
  /** Names of settings whose line Node passes over. */
  unread: readonly string[]
  warnings: readonly string[]
}

/** Reads a `.env` in whichever encoding an editor has saved it; warns of any but UTF-8, and of misspelt names. */
export function readEnvFile(bytes: Uint8Array): EnvFile {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n')
  const values = parseEnv(text)
  const warnings = text.split('\n').flatMap(lineWarning)
  if (encoding !== 'utf-8')
    warnings.unshift(`.env is not in UTF-8 but seems to be in ${encoding}: save it as UTF-8.`)
  return { values, unread: settingNames.filter(name => isPassedOver(name, text, values)), warnings }
}

/** Warns of each variable of the environment that is almost a setting. */
export function environmentWarnings(environment: NodeJS.ProcessEnv): readonly string[] {
  return Object.keys(environment).flatMap(name => {
    const meant = meantSetting(name, false)
    return meant === undefined ? [] : [misspelling(`The variable ${name}`, meant)]
  })
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // Without a mark, the empty half of a Latin letter tells.
  const empty = bytes.indexOf(0)
  if (empty >= 0) return empty % 2 === 1 ? 'utf-16le' : 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

const LINE_START = /^[^\w#\n]*(?:(?:export|set)\s+|env:)?/.source

function isPassedOver(name: string, text: string, values: NodeJS.Dict<string>): boolean {
  return values[name] === undefined && new RegExp(`${LINE_START}${name}\\b`, 'm').test(text)
}

const NAME = new RegExp(`${LINE_START}(?<name>(?<word>[^\\s=:#]+)[^=:#]*)`)

function lineWarning(line: string, index: number): string[] {
  const { name = '', word = '' } = NAME.exec(line)?.groups ?? {}
  if (settingNames.includes(word) || settingNames.includes(name.trim())) return []
  const meant = meantSetting(name, true) ?? meantSetting(word, true)
  // What stands there may be a key that ran into its name: it is not repeated.
  return meant === undefined ? [] : [misspelling(`.env, line ${index + 1}: what stands there`, meant)]
}

function misspelling(what: string, meant: string): string {
  return `${what} is no setting and is not read: is ${meant} meant?`
}

/** The setting of which a name is at most two letters away, whatever its case and underscores. */
function meantSetting(name: string, isInFile: boolean): string | undefined {
  if (settingNames.includes(name)) return undefined
  const letters = lettersOf(name)
  for (const edits of [0, 1, 2]) {
    const meant = settingNames.find(
      setting =>
        isWithin(edits, letters, lettersOf(setting)) &&
        (edits < 2 || setting.length > 4 || (isInFile && isNoOther(letters, setting))),
    )
    if (meant !== undefined) return meant
  }
  return letters.startsWith('SMSPARTNER') ? 'SMSPARTNER_API_KEY' : undefined
}

/** Short names have neighbours: OS and HOME, or the port and the host of another program, such as PGPORT. */
function isNoOther(letters: string, setting: string): boolean {
  return letters.length > 3 && letters !== 'HOME' && !letters.endsWith(setting)
}

function lettersOf(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/** Whether at most so many letters are missing, added, wrong or swapped with the next. */
function isWithin(edits: number, left: string, right: string): boolean {
  if (left === right) return true
  if (edits === 0) return false
  let same = 0
  while (left[same] === right[same]) same++
  const [a, b] = [left.slice(same), right.slice(same)]
  return (
    isWithin(edits - 1, a.slice(1), b.slice(1)) ||
    isWithin(edits - 1, a.slice(1), b) ||
    isWithin(edits - 1, a, b.slice(1)) ||
    (a[0] === b[1] && a[1] === b[0] && isWithin(edits - 1, a.slice(2), b.slice(2)))
  )
}
