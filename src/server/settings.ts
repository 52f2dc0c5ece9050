import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { isApiKey } from './api-key.ts'

/** What the environment says of the servers. */
export type ServerSettings = {
  host: string
  /** Absent when none is named: each server has its own default. 0 takes any free port. */
  port: number | undefined
  apiUrl: URL
  /** Absent when the server has none. */
  apiKey: string | undefined
  /** Names, in lower case, under which the servers may be reached besides their own. */
  allowedHosts: readonly string[]
  /** True when the page may fetch the files of ready rentals. */
  allowsFiles: boolean
}

/** An error that prints as its message alone: whoever set the variable needs no stack. */
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
  if (isApiKey(text)) return text
  throw settingError('SMSPARTNER_API_KEY must be 1 to 256 printable ASCII characters without a space.')
}

const names = [
  'HOST',
  'PORT',
  'SMSPARTNER_API_URL',
  'SMSPARTNER_API_KEY',
  'ALLOWED_HOSTS',
  'ALLOW_FILE_DOWNLOAD',
]

/** Reads the file's text; a line for one of the settings that Node would pass over is an error. */
function readFile(text: string): NodeJS.Dict<string> {
  const values = parseEnv(text)
  for (const name of names) {
    const line = new RegExp(`^[^\\w#\\n]*(?:export\\s+)?${name}\\b`, 'm')
    if (values[name] === undefined && line.test(text))
      throw settingError(`${name} must be written in .env as ${name}=value.`)
  }
  return values
}

/**
 * Reads the settings from the environment and, for what it does not name, from the `.env` file of the folder.
 * Throws an error without a stack for a value that cannot be used; its message never repeats the value.
 */
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
  }
}
