/** The value, where only a bug could leave it absent: throws an `Error` that names what is missing. */
export function present<T>(value: T | null | undefined, what: string): T {
  if (value === undefined || value === null) throw new Error(`bug: no ${what}`)
  return value
}
