import { existsSync, readFileSync } from 'node:fs'
import { isIPv6 } from 'node:net'
import { join, resolve } from 'node:path'
import { environmentWarnings, readEnvFile, settingNames } from './env-file.ts'
import requestRule from './request-rule.js'

export type ServerSettings = {
  host: string
  /** Absent when none is named: each server has its own default. 0 takes any free port. */
  port: number | undefined
  apiUrl: URL
  apiKey: string | undefined
  /** In lower case, besides the servers' own names. */
  allowedHosts: readonly string[]
  allowsFiles: boolean
  /** Calls to the provider a second, of all viewers together. */
  providerRate: number
  /** The whole path of the folder of the team's list; absent without one. */
  teamFolder: string | undefined
  /** Meant to be live, for there is a `.env` or a variable besides HOST and PORT, and yet without a key. */
  lacksKey: boolean
  /** For whoever starts the server; no value is in them. */
  warnings: readonly string[]
}

/** Prints as its message alone: whoever set the variable needs no stack. */
export function settingError(message: string): Error {
  const error = new Error(message)
  error.stack = message
  return error
}

function readPort(text: string | undefined): number | undefined {
  if (!text) return undefined
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw settingError('PORT must be a whole number from 0 to 65535.')
}

function readProviderRate(text: string | undefined): number {
  if (!text) return 20
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  throw settingError('PROVIDER_RATE must be a whole number of at most 7 digits, and not 0.')
}

function readApiUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && !(url.username || url.password || url.search || url.hash))
    return url
  throw settingError(
    'SMSPARTNER_API_URL must be an http or https address without user, query or fragment, such as https://api.smspartner.fr/v1.',
  )
}

function readApiKey(text: string | undefined): string | undefined {
  if (text === undefined || isPlaceholder(text)) return undefined
  if (requestRule.isApiKey(text)) return text
  throw settingError('SMSPARTNER_API_KEY must be 1 to 256 printable ASCII characters without a space.')
}

function readAllowedHosts(text: string | undefined): readonly string[] {
  const names = text?.toLowerCase().split(',') ?? []
  const hosts = names.map(name => name.trim()).filter(Boolean)
  if (hosts.every(host => isIPv6(host) || /^[\w.-]+$/.test(host))) return hosts
  throw settingError(
    'ALLOWED_HOSTS must be names parted by commas, such as board.example, without https://, port or *.',
  )
}

/** What an example says in the place of the key, and words that stand beside it and say nothing alone. */
const EXAMPLE_WORDS =
  /your|votre|my|ma|mon|here|ici|change[rz]?|(?:re)?place|remplace[rz]?|holder|ex[ae]mple|insert|inserez|paste|colle[rz]?|todo|null|none|undefined|tbd|api[^a-z1-9]?(?:key|cle)/g
const PLAIN_WORDS =
  /put|enter|fill|mettez|mettre|saisir|sms|partner|api|key|cle|the|la|me|moi|it|this|with|par|a|token|secret|value|valeur|x/g

/** True for what people leave where the key belongs: blanks, quotation marks, or an example and nothing else. */
function isPlaceholder(text: string): boolean {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const others = letters.replace(EXAMPLE_WORDS, ' ')
  const saysExample = others !== letters
  if (!requestRule.isApiKey(text) && (saysExample || letters.includes('cle'))) return true
  const rest = saysExample ? others.replace(PLAIN_WORDS, ' ') : letters.replaceAll('x', '')
  return !/[a-z1-9]/.test(rest) || /^<.*>$/s.test(letters)
}

const liveNames = settingNames.filter(name => name !== 'HOST' && name !== 'PORT')
const noFile = { values: {}, unread: [], warnings: [] }

/** The environment goes before the folder's `.env`. Errors have no stack, and never repeat the value. */
export function readServerSettings(environment: NodeJS.ProcessEnv, folder: string): ServerSettings {
  const path = join(folder, '.env')
  const hasFile = existsSync(path)
  const file = hasFile ? readEnvFile(readFileSync(path)) : noFile
  for (const name of file.unread) throw settingError(`${name} must be written in .env as ${name}=value.`)
  const values = { ...file.values, ...environment }
  const teamFolder = values.TEAM_LIST_DIR?.trim()
  const apiKey = readApiKey(values.SMSPARTNER_API_KEY?.trim())
  const warnings = [...file.warnings, ...environmentWarnings(environment)]
  const isMeantLive = hasFile || warnings.length > 0 || liveNames.some(name => name in environment)
  const lacksKey = isMeantLive && apiKey === undefined
  if (lacksKey)
    warnings.push('SMSPARTNER_API_KEY holds no key: the page opens as a demonstration and says so.')
  return {
    host: values.HOST?.trim() || 'localhost',
    port: readPort(values.PORT?.trim()),
    apiUrl: readApiUrl(values.SMSPARTNER_API_URL?.trim() || 'https://api.smspartner.fr/v1'),
    apiKey,
    allowedHosts: readAllowedHosts(values.ALLOWED_HOSTS),
    allowsFiles: values.ALLOW_FILE_DOWNLOAD?.trim() === '1',
    providerRate: readProviderRate(values.PROVIDER_RATE?.trim()),
    teamFolder: teamFolder ? resolve(folder, teamFolder) : undefined,
    lacksKey,
    warnings,
  }
}
