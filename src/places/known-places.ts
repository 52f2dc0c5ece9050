/** Another object whenever more has been loaded. */
export type KnownPlaces = {
  /** The most populous first; undefined while unknown. */
  communes: (postcode: string) => readonly string[] | undefined
  /** Empty while unknown. */
  departmentsOf: (postcode: string) => readonly string[]
  /** The one department to count a postcode or department code in; undefined while unknown. */
  departmentOf: (code: string) => string | undefined
  departmentName: (code: string) => string | undefined
  /** With the French for «in»: «dans l’Oise»; undefined while unknown. */
  inDepartment: (code: string) => string | undefined
  /** Names by code; empty while unknown. */
  departments: Readonly<Record<string, string>>
}

export const noPlaces: KnownPlaces = {
  communes: () => undefined,
  departmentsOf: () => [],
  departmentOf: () => undefined,
  departmentName: () => undefined,
  inDepartment: () => undefined,
  departments: {},
}
