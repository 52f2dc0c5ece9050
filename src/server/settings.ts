import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
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
}

/** Prints as its message alone: whoever set the variable needs no stack. */
function settingError(message: string): Error {
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
  if (!text) return undefined
  if (requestRule.isApiKey(text)) return text
  throw settingError('SMSPARTNER_API_KEY must be 1 to 256 printable ASCII characters without a space.')
}

const names = [
  'HOST',
  'PORT',
  'SMSPARTNER_API_URL',
  'SMSPARTNER_API_KEY',
  'ALLOWED_HOSTS',
  'ALLOW_FILE_DOWNLOAD',
  'PROVIDER_RATE',
]

/** A line for a setting that Node would pass over is an error. */
function readFile(text: string): NodeJS.Dict<string> {
  const values = parseEnv(text)
  for (const name of names) {
    const line = new RegExp(`^[^\\w#\\n]*(?:export\\s+)?${name}\\b`, 'm')
    if (values[name] === undefined && line.test(text))
      throw settingError(`${name} must be written in .env as ${name}=value.`)
  }
  return values
}

/** The environment goes before the folder's `.env`. Errors have no stack, and never repeat the value. */
export function readServerSettings(environment: NodeJS.ProcessEnv, folder: string): ServerSettings {
  const file = join(folder, '.env')
  const values = { ...(existsSync(file) ? readFile(readFileSync(file, 'utf8')) : {}), ...environment }
  const hosts = values.ALLOWED_HOSTS?.toLowerCase().split(',') ?? []
  return {
    host: values.HOST?.trim() || 'localhost',
    port: readPort(values.PORT?.trim()),
    apiUrl: readApiUrl(values.SMSPARTNER_API_URL?.trim() || 'https://api.smspartner.fr/v1'),
    apiKey: readApiKey(values.SMSPARTNER_API_KEY?.trim()),
    allowedHosts: hosts.map(name => name.trim()).filter(Boolean),
    allowsFiles: values.ALLOW_FILE_DOWNLOAD?.trim() === '1',
    providerRate: readProviderRate(values.PROVIDER_RATE?.trim()),
  }
}
