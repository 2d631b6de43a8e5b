import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isNoBreakPair } from '../../../src/typeset/lines/no-break-pairs.js'

/** `·` stands where a line must not end, a space where it may. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'some 5·km off',
    'at 120·km/h or',
    'for 45·€/MWh, and',
    'some 3·t/a of',
    '(about 3·kg/m² of',
    'for US$·3·million, or',
    'for US$3·million, or',
    'for HK$·3 and JPY·500 or 3·JPY a',
    'a drop of <5·% or ~3·km in',
    'a tank of 5½·l or ½·km off',
    'under §§·5 and ±·3',
    'see No.·7 and pp.·3–5 of',
    'in NATO 3 members and',
    'with 3 and/or 4',
    'cost €·3·million a',
    'cost €3·million, or',
    'under Art.·5 of',
    'see No·7 and',
    'on 12·March 2025',
    'on March·12, 2025',
    'by J.·R.·Smith, who',
    'in Article·5 and Annex·II of',
    'from source·1, para.·8 of',
    'on p.·4 and §·3 of',
    'about 20·% of',
    'fell −5·km short',
    'grew +3·million a',
    'at –2·% of',
    'by ±·3·km',
    'after No·+7 and',
    'some 41·200 passengers',
    'that Mr·Brown said',
    'in 2025 the council',
    'of 12 members in',
    'said no. It may be',
    'the Table of the',
  ],
  es: [
    'el 12·de·marzo de 2025',
    'unos 3·millones de euros',
    'el art.·5 y',
    'según fuente·4, párr.·4',
    'la Sra.·Ríos dijo',
    'de la casa',
  ],
  fr: [
    'le 1er·janvier 2025',
    'dit «·oui·» et',
    'selon source·2 et',
    'quelque 3·milliards de',
    'M.·Durand a',
    'le n°·7 de',
    'de la ville',
  ],
  de: [
    'am 12.·März 2025',
    'rund 3·Mio. Euro',
    'nach Abs.·2 des',
    'laut Quelle·3 und',
    'z.·B. die',
    'Frau·Braun sagte',
    'in der Stadt',
  ],
  xx: ['some 5·km and 3 million', 'see p.·3 and No.·7, €·3'],
}

for (const [lang, cases] of Object.entries(CASES))
  test(`keeps numbers, abbreviations and names together: ${lang}`, () => {
    for (const expected of cases) {
      const words = expected.split(/[ ·]/)
      const shown = words
        .map(
          (word, index) =>
            (index === 0 ? '' : isNoBreakPair(words[index - 1] ?? '', word, lang) ? '·' : ' ') + word,
        )
        .join('')
      assert.is(shown, expected)
    }
  })

test('knows a language by its first subtag', () => {
  assert.ok(isNoBreakPair('3', 'milliards', 'fr-CA'))
  assert.not.ok(isNoBreakPair('3', 'milliards', 'en-GB'))
})

test.run()
