import type { PlaywrightTestConfig } from '@playwright/test'

/** Debian's Chromium, quiet on the network, read by a French user. */
export const chromium: PlaywrightTestConfig['use'] = {
  browserName: 'chromium',
  locale: 'fr-FR',
  timezoneId: 'Europe/Paris',
  trace: 'off',
  launchOptions: {
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
}
