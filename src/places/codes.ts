/** Five digits, whether or not the post office knows them. */
export function isPostcode(code: string): boolean {
  return /^\d{5}$/.test(code)
}

/** `60`, `2A`, `971`. */
export function isDepartment(code: string): boolean {
  return /^(\d{1,3}|2[AB])$/i.test(code)
}

/** As the data writes it: `1` is `01`, `2a` is `2A`. */
export function departmentCode(code: string): string {
  return code.toUpperCase().padStart(2, '0')
}
