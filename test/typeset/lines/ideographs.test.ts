import { readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SourceFile } from '../../../src/diagnostics/index.js'
import type { Block } from '../../../src/markup/index.js'
import { openFonts } from '../../../src/typeset/index.js'
import { document, p } from '../build-document.js'
import { print, fonts as shipped, themeNamed } from '../workspace.js'

const SAMPLE = 'NotoSansSC-Sample.ttf'
const manifest = `Sample SC: { normal: ${SAMPLE}, italics: ${SAMPLE}, bold: ${SAMPLE}, bolditalics: ${SAMPLE} }\n`
const sample = openFonts(
  [new SourceFile('fonts/fonts.yaml', manifest)],
  path => readFileSync(new URL(`../../fonts/noto-sans-sc/${path}`, import.meta.url)),
  () => assert.unreachable('the sample opens'),
)
const theme = themeNamed('default')
const style = {
  fonts: new Map([...shipped, ...sample]),
  theme: { ...theme, families: { ...theme.families, fallback: [...theme.families.fallback, 'Sample SC'] } },
}
const chinese = { lang: 'zh' }
const SENTENCE =
  '渡轮服务应当延续一个冬季，岛上学校有十名学生。他们每天乘船来往（见第３页）。议会说：“没有船，就没有学校！”'

const linesOf = async (text: string, more = {}) => {
  const { printed, found } = await print(document([p(text)], chinese), { ...style, ...more })
  assert.equal(found, [])
  return (printed?.text[0] ?? []).slice(0, -2)
}

test('a text of ideographs fills its lines, and no mark begins or ends one where it must not', async () => {
  for (const typeSize of [8, 9, 10, 10.5, 11, 12, 13]) {
    const lines = await linesOf(SENTENCE.repeat(6), { typeSize })
    assert.ok(lines.length > 5)
    assert.is(lines.map(line => line.text).join(''), SENTENCE.repeat(6))
    for (const { text } of lines) {
      assert.not.match(text, /^[，。：！？”）、]/)
      assert.not.match(text, /[“（]$/)
    }
    const longest = Math.max(...lines.map(line => line.text.length))
    for (const { text } of lines.slice(0, -2)) assert.ok(text.length >= longest - 3, text)
  }
})

test('ideographic space and marks as wide as a character stay what they are', async () => {
  const [line] = await linesOf('　　渡轮服务，“学校”——见第３页。')
  assert.is(line?.text, '　　渡轮服务，“学校”——见第３页。')
  assert.is(line?.font, 'Sample SC')
})

test('marks that Chinese shares with others are set in the family of its letters, in Chinese', async () => {
  const inChinese = await print(document([p('“学校”')], chinese), style)
  const inEnglish = await print(document([p('“学校”')]), style)
  assert.is(inChinese.printed?.text[0]?.[0]?.font, 'Sample SC')
  assert.is(inEnglish.printed?.text[0]?.[0]?.font, 'Source Serif 4')
})

const file = new SourceFile('briefs/a.yaml', `title: ${SENTENCE}\nissue: A 学校 in Greek\n`)
const placed = (text: string): Block => {
  const start = file.text.indexOf(text)
  const place = { file, range: { start, end: start + text.length } }
  return { kind: 'paragraph', style: undefined, place, children: [{ kind: 'text', text, place }] }
}

test('a script that no font has is one finding a place, with the font to declare', async () => {
  const { all } = await print(document([placed(SENTENCE), placed(SENTENCE)], chinese))
  assert.is(all.length, 1)
  const [finding] = all
  assert.is(finding?.code, 'missing-glyph')
  const missing = [...new Set(SENTENCE)].filter(character => !'“”'.includes(character)).length
  assert.match(
    finding?.message ?? '',
    `the Han script: ${missing} characters are missing, the first \`渡\` \`轮\``,
  )
  assert.match(finding?.hints?.[0] ?? '', 'fonts/fonts.yaml')
  assert.is(file.text.slice(finding?.place.range.start, finding?.place.range.end), '渡')
})

test('a few characters are findings of their own', async () => {
  const { all } = await print(document([placed('A 学校 in Greek')]))
  assert.equal(
    all.map(finding => finding.message),
    ['no font has `学` (U+5B66, of the Han script)', 'no font has `校` (U+6821, of the Han script)'],
  )
})

test('several scripts that no font has are named together', async () => {
  const { all } = await print(document([p('学校の船はどこへ行くのか')]))
  assert.is(all.length, 1)
  assert.match(all[0]?.message ?? '', 'the Han and Hiragana scripts')
})

test.run()
