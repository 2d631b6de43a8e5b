/** The full stop that a text needs to end as sentences do; none where it ends with a mark of its own, within closing marks or not. */
export function missingFullStop(text: string): '' | '.' {
  return /[.?!…][”"’'»)\]\s]*$/.test(text) ? '' : '.'
}
