import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { namesPart, parseCitedPlace } from '../../../src/evidence/place/cited-place.js'

const read = (locator: string, lang = 'en') =>
  parseCitedPlace(locator, lang).map(({ kind, first, last, open }) =>
    [kind, first === last ? first : `${first}-${last}`, ...(open ? ['ff.'] : [])].join(' '),
  )

for (const [locator, lang, ...expected] of [
  ['para. 4', 'en', 'paragraph 4'],
  ['¶4', 'en', 'paragraph 4'],
  ['¶ 4', 'en', 'paragraph 4'],
  ['paragraph 4', 'en', 'paragraph 4'],
  ['Paras. 3-5', 'en', 'paragraph 3-5'],
  ['paras 3–5, 7 and 9', 'en', 'paragraph 3-5', 'paragraph 7', 'paragraph 9'],
  ['párr. 4', 'es', 'paragraph 4'],
  ['párrs. 3 a 5', 'es', 'paragraph 3-5'],
  ['al. 4', 'fr', 'paragraph 4'],
  ['§ 4', 'fr', 'paragraph 4'],
  ['§ 4', 'de', 'section 4'],
  ['§ 4 Abs. 2', 'de', 'section 4', 'paragraph 2'],
  ['Abs. 4', 'de', 'paragraph 4'],
  ['Rn. 12 f.', 'de', 'paragraph 12 ff.'],
  ['Art. 5(2)', 'en', 'article 5'],
  ['recital (12)', 'en', 'recital 12'],
  ['p. 3, para. 4', 'en', 'page 3', 'paragraph 4'],
  ['S. 3', 'de', 'page 3'],
  ['s. 3', 'en', 'section 3'],
  ['12:03', 'en', 'timestamp 12:03'],
  ['a remark of 4 words', 'en'],
  ['4', 'en'],
] as const)
  test(`\`${locator}\` in ${lang}`, () => {
    assert.equal(read(locator, lang), expected)
  })

test('a citation names what stands within its range', () => {
  const [range, single] = parseCitedPlace('paras. 3-5, 9 ff.', 'en')
  if (!range || !single) throw new Error('two parts')
  assert.equal(
    ['2', '3', '4', '5', '6'].filter(number => namesPart(range, number)),
    ['3', '4', '5'],
  )
  assert.equal(
    ['8', '9', '10'].filter(number => namesPart(single, number)),
    ['9', '10'],
  )
})

test.run()
