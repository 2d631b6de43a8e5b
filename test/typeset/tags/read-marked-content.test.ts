import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readMarkedContent } from '../../../src/typeset/tags/read-marked-content.js'

const WORDS = ['BT', '1 0 0 -1 10 20 Tm', '[(\0)] TJ', 'ET']
const PIECE = ['/P <</MCID 0>> BDC', ...WORDS, 'EMC']
const ARTIFACT = ['/Artifact <</Type /Layout>> BDC', '10 20 5 5 re', 'f', 'EMC']
const marksOf = (...operators: string[]) => readMarkedContent(Buffer.from(operators.join('\n')))

test('reads which pieces of content a page has, in elements and artifacts alone', () => {
  const second = ['/Span <</MCID 1>> BDC', '/ReversedChars BMC', ...WORDS, 'EMC', 'EMC']
  assert.equal(marksOf('q', ...PIECE, ...ARTIFACT, ...second, 'Q'), { mcids: [0, 1], wellFormed: true })
  assert.equal(marksOf(), { mcids: [], wellFormed: true })
})

for (const [what, operators] of Object.entries({
  'words outside of them': [...PIECE, ...WORDS],
  'a path outside of them': ['10 20 5 5 re', 'f', ...PIECE],
  'a line outside of them': ['10 20 m', '30 20 l', 'S'],
  'a picture outside of them': ['q', '/I1 Do', 'Q'],
  'words in a mark of no element': ['/ReversedChars BMC', ...WORDS, 'EMC'],
  'a piece in another': ['/P <</MCID 0>> BDC', '/Span <</MCID 1>> BDC', ...WORDS, 'EMC', 'EMC'],
  'an artifact in a piece': ['/P <</MCID 0>> BDC', ...ARTIFACT, 'EMC'],
  'a piece in an artifact': ['/Artifact <</Type /Layout>> BDC', ...PIECE, 'EMC'],
  'a piece without an end': PIECE.slice(0, -1),
  'an end without a piece': [...PIECE, 'EMC'],
}))
  test(`notices ${what}`, () => {
    assert.not.ok(marksOf(...operators).wellFormed)
  })

test('takes no operator for another that it ends in', () => {
  assert.ok(marksOf('/XS gs', 'xBDC', '/F1 10 Tf', 'W*', 'longerEMC').wellFormed)
  assert.ok(marksOf('').wellFormed)
})

test.run()
