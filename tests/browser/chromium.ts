import type { PlaywrightTestConfig } from '@playwright/test'

/** What Playwright switches off; the last such argument counts alone. */
const playwrightsFeatures = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

/** Pages of the address field's own, which cost every new window two seconds of the processor. */
const addressFieldPages = ['WebUIOmniboxAimPopup', 'WebUIOmniboxPopup']

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
      `--disable-features=${[...playwrightsFeatures, ...addressFieldPages].join()}`,
    ],
  },
}
