import { join } from 'node:path'
import { startNginx } from '../nginx/start-nginx.ts'
import { startVite } from '../server/vite-process.ts'
import { builtBoard } from './built-board.ts'

/** What serves the built board and stands before the provider. */
export type Engine = 'vite' | 'nginx'

export type BoardServer = {
  port: number
  /** Everything that the server has written down so far. */
  logs(): Promise<string>
  stop(): Promise<void>
}

export type BoardServerOptions = {
  providerPort: number
  /** The provider's key; without it the server has none. */
  key: string | undefined
  allowsFiles?: boolean | undefined
  /** Where the team's list is kept; without it there is none. */
  teamFolder?: string
  /** Any free one, unless it must be the one of before. */
  port?: number
}

function providerUrl(port: number): string {
  return `http://127.0.0.1:${port}/v1`
}

/** `npm start`, but for the build. */
export async function startPreview({
  providerPort,
  key,
  allowsFiles = false,
  teamFolder,
  port: wanted,
}: BoardServerOptions): Promise<BoardServer> {
  const { port, output, stop } = await startVite('preview', {
    root: builtBoard(),
    env: {
      HOST: '127.0.0.1',
      SMSPARTNER_API_URL: providerUrl(providerPort),
      ...(key !== undefined && { SMSPARTNER_API_KEY: key }),
      ...(allowsFiles && { ALLOW_FILE_DOWNLOAD: '1' }),
      ...(teamFolder !== undefined && { TEAM_LIST_DIR: teamFolder }),
      ...(wanted !== undefined && { PORT: String(wanted) }),
    },
  })
  return { port, logs: async () => output(), stop }
}

/** nginx as it is delivered, but for the seconds that a reply counts as fresh: 0 shares and keeps none. */
export function startBehindNginx(
  { providerPort, key = '', allowsFiles = false, teamFolder, port }: BoardServerOptions,
  cacheSeconds: number,
): Promise<BoardServer> {
  return startNginx({
    settings: {
      WEB_ROOT: join(builtBoard(), 'dist'),
      SMSPARTNER_API_URL: providerUrl(providerPort),
      SMSPARTNER_API_KEY: key,
      CACHE_SECONDS: String(cacheSeconds),
      ALLOW_FILE_DOWNLOAD: allowsFiles ? '1' : '',
      ...(teamFolder !== undefined && { TEAM_LIST_DIR: teamFolder }),
      ...(port !== undefined && { PORT: String(port) }),
    },
  })
}
