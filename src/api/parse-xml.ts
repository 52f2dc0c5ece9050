type Policy = { createHTML: (text: string) => string }

declare global {
  /** Absent in browsers without Trusted Types, and from TypeScript's own library. */
  var trustedTypes: { createPolicy: (name: string, rules: Policy) => Policy } | undefined
}

/**
 * The one text that the page may turn into markup, by the policy of `src/server/security-headers.ts`: it becomes a
 * document of its own that is only read, where nothing runs.
 */
const policy = globalThis.trustedTypes?.createPolicy('read-xml', { createHTML: text => text })

/** Parses XML; what is wrong with it is in a `parsererror` element of the document. */
export function parseXml(text: string): Document {
  return new DOMParser().parseFromString(policy?.createHTML(text) ?? text, 'text/xml')
}
