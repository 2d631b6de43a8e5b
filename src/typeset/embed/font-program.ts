import { deflated } from '../file/deflate.js'
import type { Face } from '../fonts/face.js'
import { readSfntTables } from '../fonts/sfnt.js'

/** A font program, compressed, and the key of a descriptor that refers to it (ISO 32000-1, 9.9, table 126). */
export interface FontProgram {
  readonly key: 'FontFile2' | 'FontFile3'
  /** Of its stream, besides those of the compression. */
  readonly entries: Readonly<Record<string, string | number>>
  readonly data: Uint8Array
}

/** The outlines of glyphs: a TrueType font with its tables, or the `CFF ` table alone. */
export function fontProgramOf(face: Face, glyphs: readonly number[]): FontProgram {
  const bytes = face.subset(glyphs)
  if (!face.metrics.cff)
    return { key: 'FontFile2', entries: { Length1: bytes.length }, data: deflated(bytes) }
  const tables = readSfntTables(bytes)
  const cff = typeof tables === 'string' ? undefined : tables.get('CFF ')
  if (!cff) throw new Error(`${face.metrics.postScriptName} lost its outlines when it was subset`)
  const program = new Uint8Array(cff.buffer, cff.byteOffset, cff.byteLength)
  return { key: 'FontFile3', entries: { Subtype: '/CIDFontType0C' }, data: deflated(program) }
}
