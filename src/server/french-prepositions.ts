/** INSEE's kind of article: 2 le, 3 la, 4 les, 5 l’; 0 and 1 none, also for names of two joined by «et». */
const LE_CODE = 2
const LA_CODE = 3
const LES_CODE = 4
const L = 5

/** Named after one river or shore; French says «dans la Somme», but «en Gironde», «en Savoie». */
const afterLa = ['23', '26', '42', '50', '51', '55', '58', '72', '80', '86']

/** Those that take no article in the data, but are no town or island to be «à». */
const special: Readonly<Record<string, string>> = { 984: 'dans les ', 987: 'en ', 988: 'en ', 989: 'à l’' }

/** What French says before a department for «in»: «dans l’», «en », «à », with the space that follows. */
export function frenchPreposition(code: string, name: string, article: number): string {
  const said = special[code]
  if (said !== undefined) return said
  const isOverseas = code.length > 2
  if (name.includes('-et-') && !isOverseas) return 'en '
  if (article === LE_CODE) return 'dans le '
  if (article === LA_CODE) return afterLa.includes(code) ? 'dans la ' : 'en '
  if (article === LES_CODE) return 'dans les '
  return article === L ? 'dans l’' : 'à '
}
