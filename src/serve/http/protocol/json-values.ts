const [QUOTE, BACKSLASH] = [0x22, 0x5c]
/** `,`, `:`, `[` and `{`, each of which stands before a value. */
const BEFORE_VALUES: ReadonlySet<number> = new Set([0x2c, 0x3a, 0x5b, 0x7b])

/**
 * Counts the values of JSON, or a few more, without making any: each takes memory beyond its bytes. Counts no further than `most`, and passes over
 * what stands in quotes.
 */
export function countJsonValues(bytes: Buffer, most: number): number {
  let count = 0
  for (let at = 0; at < bytes.length && count <= most; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === QUOTE) at = closingQuote(bytes, at)
    else if (BEFORE_VALUES.has(byte)) count += 1
  }
  return count
}

/** Where a text ends that begins at a quote; the end of all if it does not. */
function closingQuote(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(QUOTE, start + 1); at !== -1; at = bytes.indexOf(QUOTE, at + 1)) {
    let before = at
    while (bytes[before - 1] === BACKSLASH) before -= 1
    if ((at - before) % 2 === 0) return at
  }
  return bytes.length
}
