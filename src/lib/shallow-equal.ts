/** True when two objects of one type hold the same values in the same fields. */
export function isSame<Value extends object>(a: Value, b: Value): boolean {
  for (const name in a) if (!(name in b && Object.is(a[name], b[name]))) return false
  return Object.keys(a).length === Object.keys(b).length
}
