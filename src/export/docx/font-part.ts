import type { Fonts } from '../../typeset/index.js'
import { DECLARATION } from './document-properties.js'
import { xmlText } from './word-units.js'

/** The part that says of each font what may stand for it where it is not installed (ECMA-376-1, 17.8.3.10). */
export function fontPart(families: readonly string[], fonts: Fonts): string {
  const described = families.map(family => {
    const serif = isSerif(family, fonts)
    const other = serif ? 'Cambria' : 'Calibri'
    return `<w:font w:name="${xmlText(family)}"><w:altName w:val="${other}"/><w:charset w:val="00"/><w:family w:val="${serif ? 'roman' : 'swiss'}"/><w:pitch w:val="variable"/></w:font>`
  })
  return `${DECLARATION}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${described.join('')}</w:fonts>`
}

/** By the class that the font gives itself (OpenType 1.9, OS/2, sFamilyClass and panose). */
function isSerif(family: string, fonts: Fonts): boolean {
  const bytes = fonts.get(family)?.normal.bytes
  const table = bytes && tableOf(bytes, 'OS/2')
  if (!table || table.byteLength < 42) return false
  const familyClass = table.getInt8(30)
  if (familyClass > 0) return familyClass < 8
  const serifStyle = table.getUint8(33)
  return serifStyle >= 2 && serifStyle <= 10
}

/** A table of a font file (OpenType 1.9, table directory). */
function tableOf(bytes: Uint8Array, tag: string): DataView | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = view.getUint16(4)
  for (let index = 0; index < tables; index++) {
    const entry = 12 + index * 16
    const name = String.fromCharCode(...bytes.subarray(entry, entry + 4))
    if (name === tag)
      return new DataView(
        bytes.buffer,
        bytes.byteOffset + view.getUint32(entry + 8),
        view.getUint32(entry + 12),
      )
  }
  return undefined
}
