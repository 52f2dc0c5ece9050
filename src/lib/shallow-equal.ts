/** True when two objects of one type hold the same values in the same fields. */
export function isSame<Value extends object>(a: Value, b: Value): boolean {
  const before = Object.entries(a)
  const after = new Map(Object.entries(b))
  return before.length === after.size && before.every(([name, value]) => Object.is(value, after.get(name)))
}
