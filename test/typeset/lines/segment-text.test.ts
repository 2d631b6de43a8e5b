import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { segmentText } from '../../../src/typeset/lines/segment-text.js'

const parted = (text: string) =>
  segmentText(text)
    .map(piece => piece.text)
    .join('|')

test('breaks between ideographs and kana, but never before what may not begin a line', () => {
  assert.is(parted('政府批准了计划。'), '政|府|批|准|了|计|划。')
  assert.is(parted('「東京、大阪」と言った。'), '「東|京、|大|阪」|と|言っ|た。')
  assert.is(parted('(東京)、'), '(東|京)、')
  assert.is(parted('カード'), 'カー|ド')
  assert.is(parted('一ヶ月ぁ'), '一ヶ|月ぁ')
})

test('keeps a number with the sign after it among ideographs', () => {
  assert.is(parted('約20%增加'), '約|20%|增|加')
})

test('breaks Korean at spaces and between syllables, as the standard does without a tailoring', () => {
  assert.is(parted('한국 정부'), '한|국 |정|부')
})

test('breaks Thai between words, which it writes without spaces', () => {
  assert.is(parted('รัฐบาลไทย'), 'รัฐบาล|ไทย')
  assert.is(parted('(รัฐบาล)ไทย'), '(รัฐบาล)|ไทย')
  assert.is(parted('see รัฐบาลไทย now'), 'see |รัฐบาล|ไทย |now')
})

test('begins no line with marks of repetition, abbreviation and the end of a sentence', () => {
  assert.is(parted('เด็กๆไป'), 'เด็กๆ|ไป')
  assert.is(parted('คน ๆ หนึ่ง'), 'คน ๆ |หนึ่ง')
  assert.is(parted('กรุงเทพ ฯ ไทย'), 'กรุงเทพ ฯ |ไทย')
  assert.is(parted('ລາວໆ'), 'ລາວໆ')
  assert.is(parted('ខ្មែរៗ។'), 'ខ្មែរៗ។')
  assert.is(parted('東京～大阪'), '東|京～|大|阪')
})

test('keeps units over others whole, and breaks longer words at a solidus', () => {
  assert.is(parted('120 km/h now'), '120 |km/h |now')
  assert.is(parted('(45 €/MWh), 3 t/a'), '(45 |€/MWh), |3 |t/a')
  assert.is(parted('kWh/m²/a'), 'kWh/m²/a')
  assert.is(parted('CO2/kWh'), 'CO2/kWh')
  assert.is(parted('parliament/council'), 'parliament/|council')
  assert.is(parted('EU/US/UK/JP/CA/AU'), 'EU/US/UK/JP/|CA/AU')
})

test('never breaks within what is one character to a reader', () => {
  for (const text of ['👨\u200D👩\u200D👧', '🇫🇷', '👍🏽', '1\uFE0F\u20E3', '=\u0338', '❤\u200D🔥'])
    assert.is(parted(text), text)
  assert.is(parted('🇫🇷🇩🇪').replaceAll('|', ''), '🇫🇷🇩🇪')
  assert.not.match(parted('🇫🇷🇩🇪🇪🇸'), /^🇫\||^🇫🇷🇩\|/u)
})

test('measures a word without end in parts, none of which parts a character', () => {
  const text = `${'a'.repeat(399)}e\u0301${'b'.repeat(10_000)} c`
  const parts = segmentText(text).map(part => part.text)
  assert.is(parts.join(''), text)
  assert.ok(parts.length > 20 && parts.every(part => part.length <= 401))
  assert.ok(parts.every(part => !part.startsWith('\u0301')))
  assert.is(segmentText('a'.repeat(400)).length, 1)
})

test('breaks at an end of line, and says so', () => {
  assert.equal(segmentText('one\ntwo'), [
    { text: 'one', lineEnd: true },
    { text: 'two', lineEnd: false },
  ])
})

test('a thousand texts are kept, and then dropped', () => {
  let next = 0
  const textsUntilDropped = () => {
    const [kept, start] = [segmentText('a text'), next]
    while (segmentText('a text') === kept) segmentText(`another text ${next++}`)
    return next - start
  }
  textsUntilDropped()
  // The text itself and the one that made room for others are kept too.
  assert.is(textsUntilDropped(), 999)
})

test.run()
