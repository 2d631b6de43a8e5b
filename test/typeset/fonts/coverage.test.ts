import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { FACE_STYLES } from '../../../src/typeset/fonts/open-fonts.js'
import { fonts } from '../workspace.js'

/** Blocks of Unicode from which words in Latin, Greek and Cyrillic are made, and what no font here has of each. */
const BLOCKS: readonly (readonly [string, number, number, string])[] = [
  ['Basic Latin', 0x20, 0x7e, ''],
  ['Latin-1 Supplement', 0xa0, 0xff, ''],
  ['Latin Extended-A', 0x100, 0x17f, ''],
  ['Latin Extended-B', 0x180, 0x24f, ''],
  ['IPA Extensions', 0x250, 0x2af, ''],
  ['Combining Diacritical Marks', 0x300, 0x36f, ''],
  ['Greek and Coptic: the letters of Coptic', 0x370, 0x3ff, 'ϢϣϤϥϦϧϨϩϪϫϬϭϮϯ'],
  ['Cyrillic', 0x400, 0x4ff, ''],
  ['Cyrillic Supplement', 0x500, 0x52f, ''],
  ['Latin Extended Additional', 0x1e00, 0x1eff, ''],
  ['Greek Extended', 0x1f00, 0x1fff, ''],
  ['General Punctuation, what prints', 0x2010, 0x205e, ''],
  ['Superscripts and Subscripts', 0x2070, 0x209c, ''],
  ['Currency Symbols, to the Kyrgyz som', 0x20a0, 0x20bf, ''],
  ['Letterlike Symbols', 0x2100, 0x214f, ''],
  ['Fractions', 0x2150, 0x215f, ''],
  ['Arrows, the simple ones', 0x2190, 0x2199, ''],
]
/** Signs of other blocks that briefs use. */
const SIGNS = '−×÷±≈≠≤≥∞√∑∏∂∫◊■□●○▲▶▼◀✓'

const has = (face: (typeof FACE_STYLES)[number], character: string) =>
  [...fonts.values()].some(family => family[face].has(character))

const printable = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).filter(
    character => !/[\p{Cn}\p{C}\p{Zl}\p{Zp}]/u.test(character),
  )

for (const [block, first, last, missing] of BLOCKS)
  test(`the fonts have every character of ${block}, in every face${missing ? `, but ${missing}` : ''}`, () => {
    for (const face of FACE_STYLES)
      assert.is(
        printable(first, last)
          .filter(character => !has(face, character))
          .join(''),
        missing,
        face,
      )
  })

test('the fonts have the signs that briefs use', () => {
  for (const face of FACE_STYLES) assert.is([...SIGNS].filter(sign => !has(face, sign)).join(''), '', face)
})

test.run()
