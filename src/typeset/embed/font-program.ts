import type { Face } from '../fonts/face.js'
import { readSfntTables } from '../fonts/sfnt.js'

/** A font program as a descriptor names and holds it (ISO 32000-1, 9.9, table 126). */
export interface FontProgram {
  readonly key: 'FontFile2' | 'FontFile3'
  readonly entries: Record<string, unknown>
  readonly bytes: Uint8Array
}

/** The outlines of glyphs, as TrueType with its tables or as PostScript's bare table. */
export function fontProgramOf(face: Face, glyphs: Iterable<number>): FontProgram {
  const bytes = face.subset([...glyphs].sort((one, other) => one - other))
  if (!face.metrics.cff) return { key: 'FontFile2', entries: { Length1: bytes.length }, bytes }
  const tables = readSfntTables(bytes)
  const cff = typeof tables === 'string' ? undefined : tables.get('CFF ')
  if (!cff) throw new Error(`${face.metrics.postScriptName} lost its outlines when it was cut`)
  return {
    key: 'FontFile3',
    entries: { Subtype: 'CIDFontType0C' },
    bytes: new Uint8Array(cff.buffer, cff.byteOffset, cff.byteLength),
  }
}
