/** What is known of French places so far; a new one whenever more has been loaded. */
export type KnownPlaces = {
  /** The communes of a postcode, the most populous first; undefined while unknown. */
  communes: (postcode: string) => readonly string[] | undefined
  /** The departments that a postcode lies in; empty while unknown. */
  departmentsOf: (postcode: string) => readonly string[]
  /** The one department to count a postcode or department code in; undefined while unknown. */
  departmentOf: (code: string) => string | undefined
  /** The name of a department; undefined while unknown. */
  departmentName: (code: string) => string | undefined
  /** A department's name after what French says for «in»: «dans l’Oise»; undefined while unknown. */
  inDepartment: (code: string) => string | undefined
  /** Every department by code; empty while unknown. */
  departments: Readonly<Record<string, string>>
}

/** What is known before anything was loaded. */
export const noPlaces: KnownPlaces = {
  communes: () => undefined,
  departmentsOf: () => [],
  departmentOf: () => undefined,
  departmentName: () => undefined,
  inDepartment: () => undefined,
  departments: {},
}
