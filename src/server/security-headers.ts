/** Allows what the page does, and nothing else: an inline script, style or event handler never runs. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // The tab's icon carries the count of ready rentals as a data URL.
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // No text becomes code or markup in the page: it calls nothing that takes such text.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
]

/** For the built page, from the preview server and, word for word, from the nginx template. */
export const securityHeaders = {
  'Content-Security-Policy': policy.join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const satisfies Readonly<Record<string, string>>

/** For everything under `/api` and `/config.json`, errors too: even if it were shown, nothing in it would run. */
export const dataHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
}

/** What Vite puts into the page for hot updates breaks the policy itself. */
export const developmentHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'Content-Security-Policy': "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}
