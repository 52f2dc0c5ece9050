/**
 * How the files of the team's list are named, for the page and for both servers. In the JavaScript of nginx's njs, as
 * `request-rule.js`. `tests/server/team-cases.ts` is the table of names.
 */

/** A file's name without `.json`: letters and digits that stand for themselves, and two hex digits for any other byte. */
const NAME = /^(?=.{1,200}$)(?:[0-9a-z]|-(?!3[0-9]|6[1-9a-f]|7[0-9a])[0-9a-f]{2})+$/

/**
 * `NAME.json` for a token: `[0-9a-z]` as they are, every other byte of its UTF-8 as `-xx`, so that no file system mixes
 * two. Undefined for half a character, and where NAME would be empty or longer than 200 characters.
 * @type {(token: string) => string | undefined}
 */
function teamFileName(token) {
  try {
    const name = encodeURIComponent(token).replace(
      /%(..)|[^0-9a-z]/g,
      (char, hex) => `-${(hex || char.charCodeAt(0).toString(16)).toLowerCase()}`,
    )
    return NAME.test(name) ? `${name}.json` : undefined
  } catch (_) {
    return undefined
  }
}

/**
 * The token of a file, by its whole name; undefined for a name that no token has.
 * @type {(file: string) => string | undefined}
 */
function tokenOfTeamFile(file) {
  const name = file.slice(0, -5)
  if (!file.endsWith('.json') || !NAME.test(name)) return undefined
  try {
    const token = decodeURIComponent(name.replace(/-/g, '%'))
    // Engines decode broken text in ways of their own.
    return teamFileName(token) === file ? token : undefined
  } catch (_) {
    return undefined
  }
}

export default { teamFileName, tokenOfTeamFile }
