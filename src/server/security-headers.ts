import headerRule from './header-rule.js'

/** For the built page, from the preview server and, word for word, from nginx (`server.conf`). */
export const securityHeaders = {
  'Content-Security-Policy': headerRule.pagePolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const satisfies Readonly<Record<string, string>>

/** For everything under `/api` and `/config.json`, errors too. */
export const dataHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'Content-Security-Policy': headerRule.dataPolicy,
}

/** What Vite puts into the page for hot updates breaks the policy itself. */
export const developmentHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'Content-Security-Policy': "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}
