export const LAST_FILTER = 4

/**
 * Undoes the filter of a row in place (PNG, third edition, 9.2), given the row above it. Each filter has a loop of its own:
 * a large picture has a hundred million bytes.
 */
export function undoFilter(filter: number, line: Uint8Array, above: Uint8Array, pixelBytes: number): void {
  if (filter === 1) addLeft(line, pixelBytes)
  else if (filter === 2) addAbove(line, above)
  else if (filter === 3) addAverage(line, above, pixelBytes)
  else if (filter === LAST_FILTER) addNearest(line, above, pixelBytes)
}

function addLeft(line: Uint8Array, back: number): void {
  for (let at = back; at < line.length; at++) line[at] = byteAt(line, at) + byteAt(line, at - back)
}

function addAbove(line: Uint8Array, above: Uint8Array): void {
  for (let at = 0; at < line.length; at++) line[at] = byteAt(line, at) + byteAt(above, at)
}

function addAverage(line: Uint8Array, above: Uint8Array, back: number): void {
  const first = Math.min(back, line.length)
  for (let at = 0; at < first; at++) line[at] = byteAt(line, at) + (byteAt(above, at) >> 1)
  for (let at = back; at < line.length; at++)
    line[at] = byteAt(line, at) + ((byteAt(line, at - back) + byteAt(above, at)) >> 1)
}

/** Adds what the Paeth predictor takes each byte for, sample after sample of a pixel. */
function addNearest(line: Uint8Array, above: Uint8Array, back: number): void {
  for (let sample = 0; sample < back; sample++) {
    let left = 0
    let corner = 0
    for (let at = sample; at < line.length; at += back) {
      const up = byteAt(above, at)
      const fromLeft = Math.abs(up - corner)
      const fromUp = Math.abs(left - corner)
      const fromCorner = Math.abs(up - corner + left - corner)
      const nearest = fromLeft <= fromUp && fromLeft <= fromCorner ? left : fromUp <= fromCorner ? up : corner
      left = (byteAt(line, at) + nearest) & 255
      line[at] = left
      corner = up
    }
  }
}

const byteAt = (bytes: Uint8Array, at: number) => bytes[at] as number
