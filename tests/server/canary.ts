import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A key that would be found wherever it leaked, with characters that every encoding writes differently. */
export const CANARY = 'CANARY/7f3a&"+~'

/** The key by its own name, and by the one that Vite would show to the page if it were let. */
export const canaryEnv = { SMSPARTNER_API_KEY: CANARY, VITE_SMSPARTNER_API_KEY: CANARY }

function spellOut(write: (code: number) => string): string {
  return Array.from(CANARY, char => write(char.charCodeAt(0))).join('')
}

/** The canary as an upstream may write it. */
export const spellings: Readonly<Record<string, string>> = {
  plain: CANARY,
  'in small letters': CANARY.toLowerCase(),
  'percent-encoded': encodeURIComponent(CANARY),
  'percent-encoded in small letters': encodeURIComponent(CANARY).toLowerCase(),
  'percent-encoded throughout': spellOut(code => `%${code.toString(16)}`),
  'percent-encoded twice': encodeURIComponent(encodeURIComponent(CANARY)),
  'JSON-escaped': JSON.stringify(CANARY).slice(1, -1),
  'JSON-escaped with slashes': JSON.stringify(CANARY).slice(1, -1).replaceAll('/', '\\/'),
  'JSON-escaped throughout': spellOut(code => `\\u00${code.toString(16)}`),
  'XML-escaped': CANARY.replace('&', '&amp;').replace('"', '&quot;'),
  'XML-escaped throughout': spellOut(code => `&#x${code.toString(16)};`),
  'XML-escaped in decimals': spellOut(code => `&#${code};`),
}

/** What anyone could read out of the bytes, encodings undone, in small letters. */
function reveal(bytes: Buffer | string): string {
  let text = bytes.toString('latin1').replaceAll('\0', '').toLowerCase()
  for (let round = 0; round < 3; round++) {
    text = text
      .replace(/(?:%|\\u00|&#x0*)([0-9a-f]{2});?/g, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      .replace(/&#0*(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
      .replaceAll('&amp;', '&')
      .replaceAll('&quot;', '"')
      .replace(/\\(?!u00)/g, '')
      .toLowerCase()
  }
  return text
}

const sought = reveal(CANARY)

/** True when the canary can be read out of the bytes. */
export function betraysCanary(bytes: Buffer | string): boolean {
  return reveal(bytes).includes(sought)
}

/** A folder with a page that asks for all it can get of the environment, and the key in `.env`. */
export async function createLeakyPage(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'board-'))
  const env = Object.entries(canaryEnv).map(([name, key]) => `${name}='${key}'\n`)
  await writeFile(join(root, '.env'), env.join(''))
  await mkdir(join(root, 'src'))
  await writeFile(join(root, 'src/main.js'), 'globalThis.everything = import.meta.env')
  await writeFile(
    join(root, 'index.html'),
    '<!doctype html><script type="module" src="/src/main.js"></script>%VITE_SMSPARTNER_API_KEY% %SMSPARTNER_API_KEY%',
  )
  return root
}
