/** A value for a message: in a damaged file it may be as long as the file. */
export function shorten(value: string): string {
  return value.length > 40 ? `${value.slice(0, 39)}…` : value
}
