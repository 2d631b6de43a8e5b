import type { GlyphCode } from './glyph-codes.js'

/** The most mappings that a block of a CMap may have (Adobe Technical Note 5014, 1.4.1). */
const MAPPINGS_PER_BLOCK = 100

/** The CMap by which readers find the text of codes (ISO 32000-1, 9.10.3). */
export function toUnicodeMap(codes: readonly GlyphCode[]): Uint8Array {
  const lines = codes.map(({ cid, text }) => `<${cid.toString(16).padStart(4, '0')}> <${utf16Hex(text)}>`)
  const blocks = Array.from({ length: Math.ceil(lines.length / MAPPINGS_PER_BLOCK) }, (_, index) => {
    const block = lines.slice(index * MAPPINGS_PER_BLOCK, (index + 1) * MAPPINGS_PER_BLOCK)
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`
  })
  return Buffer.from(`${BEGINNING}${blocks.join('')}${END}`, 'latin1')
}

/** UTF-16 in hexadecimal digits, big-endian. */
export const utf16Hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

const BEGINNING = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
`
const END = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
