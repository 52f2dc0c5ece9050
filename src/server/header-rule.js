/**
 * What a page that a reply is shown as may do, and whether the reply may be kept. In the JavaScript of nginx's njs, as
 * `request-rule.js`.
 */

/** Allows what the page does, and nothing else: an inline script, style or event handler never runs. */
const pagePolicy = [
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
].join('; ')

/** For whatever is no file of the page, errors too: even if it were shown, nothing in it would run. */
const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** @type {(status: string, path: string) => string} */
function policy(status, path) {
  const isPage = isGiven(status) && !/^\/(?:api|config\.json|healthz|team)/.test(path)
  return isPage ? pagePolicy : dataPolicy
}

/**
 * Assets have a hash in their name, and the team's listing is asked for anew each time; nothing else may be kept.
 * @type {(status: string, path: string) => string}
 */
function cacheControl(status, path) {
  if (isGiven(status) && path.startsWith('/assets/')) return 'public, max-age=31536000, immutable'
  return isGiven(status) && path === '/team/rentals/' ? 'private, no-cache' : 'no-store'
}

/** @type {(status: string) => boolean} */
function isGiven(status) {
  return /^(?:200|206|304)$/.test(status)
}

export default { pagePolicy, dataPolicy, policy, cacheControl }
