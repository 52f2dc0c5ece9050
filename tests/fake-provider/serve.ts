/**
 * Starts the stand-in on `PORT` (8099) for the key `SMSPARTNER_API_KEY` ("demo") with `RENTALS` (30) rentals,
 * and prints its base address and the tokens to paste. By hand, from the root of the project:
 * `node -e "import('vite').then(({ runnerImport }) => runnerImport('./tests/fake-provider/serve.ts'))"`
 */
import { fill } from './fill.ts'
import { startProvider } from './provider.ts'

const rentals = fill(Number(process.env.RENTALS ?? 30))

const provider = await startProvider({
  port: Number(process.env.PORT ?? 8099),
  apiKey: process.env.SMSPARTNER_API_KEY ?? 'demo',
  rentals,
})

process.stdout.write(`SMSPARTNER_API_URL=${provider.url}\n`)
for (const { token, name } of rentals) process.stdout.write(`${token}, ${name}\n`)
