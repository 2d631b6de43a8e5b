import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { fontDescriptor } from '../../../src/typeset/embed/font-descriptor.js'
import { Face } from '../../../src/typeset/fonts/face.js'
import { fonts } from '../workspace.js'

const { bytes } = fonts.get('Source Serif 4')?.normal ?? { bytes: new Uint8Array() }

/** The descriptor of a font with bytes of one of its tables changed. */
function descriptorWith(tag: string, change: (table: DataView) => void): Record<string, unknown> {
  const file = Buffer.from(bytes)
  const record = file.indexOf(tag, 12, 'latin1')
  const start = file.byteOffset + file.readUInt32BE(record + 8)
  change(new DataView(file.buffer, start, file.readUInt32BE(record + 12)))
  const face = Face.open(file)
  if (typeof face === 'string') throw new Error(face)
  return fontDescriptor(face.metrics, 'Name')
}
const flagsWith = (...change: Parameters<typeof descriptorWith>) => Number(descriptorWith(...change).Flags)

test('a face is italic if the second bit of its style says so, and by no other bit', () => {
  const isItalic = (style: number) => (flagsWith('head', head => head.setUint16(44, style)) & 64) !== 0
  assert.equal([0, 1, 2, 3, 4].map(isItalic), [false, false, true, true, false])
  const isItalicFace = (style: 'normal' | 'italics') =>
    (Number(fontDescriptor(fonts.get('Source Serif 4')?.[style].metrics as Face['metrics'], 'X').Flags) &
      64) !==
    0
  assert.equal([isItalicFace('normal'), isItalicFace('italics')], [false, true])
})

test('families of class 1 to 5 and 7 have serifs, those of class 10 are scripts', () => {
  const flagsOf = (family: number) => flagsWith('OS/2', os2 => os2.setInt16(30, family << 8)) & (2 | 8)
  assert.equal([0, 1, 5, 6, 7, 8, 9, 10, 11].map(flagsOf), [0, 2, 2, 0, 2, 0, 0, 8, 0])
})

test('a face whose characters have one width says so', () => {
  const flagsOf = (fixed: number) => flagsWith('post', post => post.setUint32(12, fixed)) & 1
  assert.equal([0, 1].map(flagsOf), [0, 1])
})

test('stems grow with the weight', () => {
  const stemOf = (weight: number) => descriptorWith('OS/2', os2 => os2.setUint16(4, weight)).StemV
  assert.equal([1, 400, 700].map(stemOf), [50, 88, 166])
})

test.run()
