/**
 * The character identifiers of the glyphs of a CFF font: their indices, or, in a CID-keyed font, those of its charset
 * (ISO 32000-1, 9.7.4.2; Adobe Technical Note 5176).
 */
export function characterIds(cff: DataView): (glyph: number) => number {
  const names = skipIndex(cff, cff.getUint8(2))
  const [top, end] = firstEntry(cff, names)
  const entries = readDictionary(cff, top, end)
  const [charset, charStrings] = [entries.get(CHARSET), entries.get(CHAR_STRINGS)]
  const keyed = entries.has(REGISTRY_ORDERING_SUPPLEMENT)
  if (!keyed || charset === undefined || charStrings === undefined) return glyph => glyph
  const ids = readCharset(cff, charset, cff.getUint16(charStrings))
  return glyph => ids[glyph] ?? 0
}

/** Operators of a top DICT; those of two bytes begin with 12. */
const CHARSET = 15
const CHAR_STRINGS = 17
const ESCAPE = 12
const REGISTRY_ORDERING_SUPPLEMENT = 0x0c1e

/** The offset behind an index: a count, the size of offsets, the offsets (from 1), the entries. */
function skipIndex(cff: DataView, start: number): number {
  const count = cff.getUint16(start)
  if (count === 0) return start + 2
  const size = cff.getUint8(start + 2)
  return indexDataOffset(start, count, size) + offsetAt(cff, start + 3 + count * size, size)
}

function firstEntry(cff: DataView, start: number): [number, number] {
  const [count, size] = [cff.getUint16(start), cff.getUint8(start + 2)]
  const data = indexDataOffset(start, count, size)
  return [data + offsetAt(cff, start + 3, size), data + offsetAt(cff, start + 3 + size, size)]
}

/** The byte before the first entry, from which offsets count. */
const indexDataOffset = (start: number, count: number, size: number): number => start + 2 + (count + 1) * size

function offsetAt(cff: DataView, at: number, size: number): number {
  let offset = 0
  for (let index = 0; index < size; index++) offset = offset * 256 + cff.getUint8(at + index)
  return offset
}

/** The last operand of each operator; the operators that are looked up have only one. */
function readDictionary(cff: DataView, start: number, end: number): Map<number, number> {
  const entries = new Map<number, number>()
  let operand = 0
  let at = start
  while (at < end) {
    const byte = cff.getUint8(at)
    if (byte <= 21) {
      entries.set(byte === ESCAPE ? ESCAPE * 256 + cff.getUint8(at + 1) : byte, operand)
      at += byte === ESCAPE ? 2 : 1
    } else {
      operand = operandAt(cff, at, byte)
      at += operandLength(cff, at, byte)
    }
  }
  return entries
}

function operandAt(cff: DataView, at: number, byte: number): number {
  if (byte === 28) return cff.getInt16(at + 1)
  if (byte === 29) return cff.getInt32(at + 1)
  if (byte <= 246) return byte - 139
  const next = cff.getUint8(at + 1)
  return byte <= 250 ? (byte - 247) * 256 + next + 108 : -(byte - 251) * 256 - next - 108
}

function operandLength(cff: DataView, at: number, byte: number): number {
  if (byte === 28) return 3
  if (byte === 29) return 5
  if (byte !== REAL) return byte <= 246 ? 1 : 2
  let length = 1
  while ((cff.getUint8(at + length) & 0x0f) !== REAL_END) length++
  return length + 1
}

/** A real number is a sequence of half bytes that ends in `f`. */
const REAL = 30
const REAL_END = 0x0f

function readCharset(cff: DataView, start: number, glyphs: number): number[] {
  const format = cff.getUint8(start)
  const ids = [0]
  let at = start + 1
  while (ids.length < glyphs) {
    const first = cff.getUint16(at)
    const left = format === 0 ? 0 : format === 1 ? cff.getUint8(at + 2) : cff.getUint16(at + 2)
    for (let index = 0; index <= left; index++) ids.push(first + index)
    at += format === 0 ? 2 : format === 1 ? 3 : 4
  }
  return ids
}
