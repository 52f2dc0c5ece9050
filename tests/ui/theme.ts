import { readFileSync } from 'node:fs'

export const theme = readFileSync('src/styles/theme.css', 'utf8')

/** The two colours of a token, for the light and the dark theme, as `#rrggbb`. */
export function token(name: string): readonly [string, string] {
  const [, light, dark] = theme.match(`--color-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`) ?? []
  if (light === undefined || dark === undefined) throw new Error(`no token ${name}`)
  return [light, dark]
}

/** WCAG 2: from 0 for black to 1 for white. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast (WCAG 2, 1 to 21) of one token on another, in the theme where it is less. */
export function contrast(ink: string, ground: string): number {
  const [inks, grounds] = [token(ink), token(ground)]
  const each = [0, 1].map(theme => {
    const pair = [luminance(inks[theme] ?? ''), luminance(grounds[theme] ?? '')]
    const [dark = 0, light = 0] = pair.sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  })
  return Math.min(...each)
}
