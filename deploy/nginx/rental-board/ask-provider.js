import latin1 from './latin1.js'
import maskKey from './mask-key.js'

/** Milliseconds for a whole reply: less than the page waits, so that a stale reply still finds it waiting. */
const TIMEOUT_MS = 8000

/** The longest reply that is passed on, in bytes. */
const MAX_REPLY_BYTES = 2 * 1024 * 1024

/** An error that says, by its `reason`, which refusal it comes to. */
function failure(reason, message) {
  const error = new Error(message || reason)
  error.reason = reason
  return error
}

async function readBody(reply) {
  const buffer = await reply.arrayBuffer()
  try {
    return new Uint8Array(buffer)
  } catch (_) {
    // njs 0.7 holds the buffer of an empty body for detached.
    return new Uint8Array(0)
  }
}

async function exchange(url, key) {
  const host = /^https?:\/\/([^/]+)/.exec(url)[1]
  const reply = await ngx.fetch(url, {
    headers: { Host: host, Accept: 'application/json', 'User-Agent': 'rental-board' },
    max_response_body_size: MAX_REPLY_BYTES,
  })
  if (reply.status < 200) throw failure('upstream-unreachable')
  if (reply.status >= 300 && reply.status < 400) throw failure('upstream-redirect')
  if (reply.headers.get('Content-Encoding') !== null) throw failure('upstream-unreadable')
  const header = name => maskKey(reply.headers.get(name) || '', key)
  const bytes = await readBody(reply)
  const text = latin1.read(bytes)
  const masked = maskKey(text, key)
  return {
    status: reply.status,
    contentType: header('Content-Type'),
    retryAfter: header('Retry-After'),
    /** Seconds that the reply had spent in caches of the provider's. */
    age: /^\d{1,10}$/.test(header('Age')) ? Number(header('Age')) : 0,
    /** One character for each byte. */
    text: masked,
    body: masked === text ? Buffer.from(bytes) : latin1.write(masked),
  }
}

function afterTimeout() {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(failure('upstream-timeout')), TIMEOUT_MS)
  })
  return { late, clear: () => clearTimeout(timer) }
}

/**
 * Asks the provider for one rental and gives back its reply, cleared of the key. Throws an error whose `reason` is a
 * refusal's, and whose message is cleared likewise.
 */
async function askProvider(apiUrl, key, token) {
  const query = `apiKey=${encodeURIComponent(key)}&token=${encodeURIComponent(token)}`
  const watch = afterTimeout()
  try {
    return await Promise.race([
      exchange(`${apiUrl.replace(/\/+$/, '')}/location/status?${query}`, key),
      watch.late,
    ])
  } catch (error) {
    throw failure(
      error.reason || (/large/.test(error.message) ? 'upstream-unreadable' : 'upstream-unreachable'),
      maskKey(String(error.message), key),
    )
  } finally {
    watch.clear()
  }
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default askProvider
