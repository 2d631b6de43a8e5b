import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Bond, bondBetween } from '../../../src/typeset/lines/no-break-pairs.js'

/** How firmly words belong together: `·` tight, `‿` close, `⌒` loose; a space where a line may end. */
const TIES: Readonly<Record<Bond, string>> = { tight: '·', close: '‿', loose: '⌒' }
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
    'on 12·March⌒2025',
    'since March⌒2025, and',
    'of 19.4‿kilometres and 3‿hours, or',
    'some 5·per·cent of',
    'for 3·million‿euros and 4·billion‿kroner',
    'a 3·million‿EUR loan',
    'of 2‿square·metres',
    'under art.·5,‿para.·8 or s.·4',
    '5, or',
    'on March·12, 2025',
    'by J.·R.·Smith, who',
    'in Article·5 and Annex·II of',
    'from source·1,‿para.·8 of',
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
    'el 12·de·marzo⌒de‿2025',
    'el 30·jun⌒2025',
    'unos 19,4‿kilómetros y 3‿horas',
    'el 12·por·ciento de',
    'de 12·de los',
    'la mitad de marzo',
    'unos 3·millones‿de‿euros',
    'los millones‿de personas',
    'el art.·5 y',
    'según fuente·4,‿párr.·4',
    'el art.·5,‿apartado·2',
    'la Sra.·Ríos dijo',
    'de la casa',
  ],
  fr: [
    'le 1er·janvier⌒2025',
    'les 19,4‿kilomètres et 12·pour·cent des',
    'un million‿d’euros, ou 3·milliards‿de‿couronnes',
    'l’art.·5,‿al.·2',
    'dit «·oui·» et',
    'selon source·2 et',
    'quelque 3·milliards‿de',
    'M.·Durand a',
    'le n°·7 de',
    'de la ville',
  ],
  de: [
    'am 12.·März⌒2025',
    'die 19,4‿Kilometer und 12·Prozent der',
    'rund 3·Milliarden‿Kronen',
    'nach Art.·5‿Abs.·2‿Satz·1 der',
    'rund 3·Mio.‿Euro',
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
      const words = expected.split(/[ ·‿⌒]/)
      const shown = words.map((word, index) => {
        if (index === 0) return word
        const bond = bondBetween(words[index - 1] ?? '', word, lang, words[index - 2])
        return (bond ? TIES[bond] : ' ') + word
      })
      assert.is(shown.join(''), expected)
    }
  })

test('knows a language by its first subtag', () => {
  assert.is(bondBetween('3', 'milliards', 'fr-CA'), 'tight')
  assert.is(bondBetween('3', 'milliards', 'en-GB'), undefined)
})

test.run()
