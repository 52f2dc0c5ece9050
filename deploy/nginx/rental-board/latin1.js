/** As many arguments as a call takes on every engine. */
const CHUNK_BYTES = 1024

/** The bytes as text, one character for each. */
function read(bytes) {
  const parts = []
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    parts.push(String.fromCharCode.apply(null, bytes.subarray(start, start + CHUNK_BYTES)))
  }
  return parts.join('')
}

/** The reverse of `read`. */
function write(text) {
  return Buffer.from(text.split('').map(char => char.charCodeAt(0)))
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default { read, write }
