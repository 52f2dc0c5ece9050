/** The variable in which the global setup leaves the folder of the built board to the workers. */
export const BUILT_AT = 'RENTAL_BOARD_BUILT_AT'

/** The folder whose `dist` is the built board. */
export function builtBoard(): string {
  const folder = process.env[BUILT_AT]
  if (folder === undefined) throw new Error('the global setup has built no board')
  return folder
}
