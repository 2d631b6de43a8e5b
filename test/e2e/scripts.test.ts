import { readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { template } from '../support/briefs.js'
import { workspace } from '../support/workspace.js'
import { readPdf } from '../typeset/read-pdf.js'

const HEBREW = `lang: he
title: שירות המעבורת לאיים החיצוניים
as_of: 2025-03-03
organisation: היחידה למדיניות הנמל
classification: TLP:GREEN
issue: האם לחדש את לוח הזמנים לחורף, שהמועצה מסבסדת?
bottom_line: לחדש לעונה אחת (עד 30 באפריל 2026), ולפתוח מכרז. [@council]
background: |
  לוח הזמנים לחורף הונהג לשתי עונות ופועל כבר חמש. מספר הנוסעים ירד ב־20% בשנה הראשונה, אומרת
  Skerry Lines, ומאז הוא יציב; לפרטים: +972 3-555-0100 או https://harbour.example/winter/.
key_facts:
  - fact: הסובסידיה היא 1.4 מיליון בשנה, ללא שינוי מאז 2021.
    cite: [council]
  - fact: שני קווים, Holm ו־Little Skerry, הסיעו 41,200 נוסעים.
timeline:
  - { date: 2019-11-09, event: החברה מודיעה כי תפסיק את שירות החורף. }
  - { date: 2020-01, event: המועצה מאשרת סובסידיה לשתי עונות. }
actors:
  - { id: company, name: Skerry Lines, role: מפעילה, position: שלוש עונות נוספות., influence: 4, support: 2 }
  - { id: auditor, name: מבקר המחוז, role: מבקר, position: לא יחודש ללא מכרז., influence: 3, support: -1 }
stakes:
  - { stake: בית הספר בהולם, description: אחד־עשר תלמידים ילונו ביבשה., likelihood: 3, impact: 5 }
next_steps:
  - { action: לבקש את נתוני המטענים, owner: היחידה, due: 2025-04-01 }
sources:
  - { id: council, type: report, title: פרוטוקול המועצה, issued: 2025-02-12, url: 'https://harbour.example/council' }
`

const printed = (space: ReturnType<typeof workspace>, path: string) =>
  readPdf(readFileSync(`${space.root}/${path}`))
const codes = (stdout: string): string[] =>
  JSON.parse(stdout).diagnostics.map((finding: { code: string }) => finding.code)

test('a brief in Hebrew is printed from right to left for every audience', async () => {
  const space = workspace({ 'briefs/ferry.yaml': HEBREW })
  const outcome = await space.run('build', '-a', 'one-page', '-a', 'decision', '-a', 'analyst', '--json')
  assert.equal(new Set(codes(outcome.stdout)), new Set(['unknown-locale']), outcome.stdout)
  assert.is(outcome.status, 0)
  for (const audience of ['one-page', 'decision', 'analyst']) {
    const { objects } = printed(space, `out/ferry/${audience}.pdf`)
    assert.ok([...objects.values()].some(object => object.includes('/Direction /R2L')))
    assert.ok([...objects.values()].some(object => object.includes('/Lang (he)')))
  }
})

const SAMPLE = readFileSync(new URL('../fonts/noto-sans-sc/NotoSansSC-Sample.ttf', import.meta.url))
const CHINESE = `lang: zh
title: 渡轮服务
as_of: 2025-01-20
issue: 渡轮服务应当延续一个冬季？
bottom_line: 应当。“没有船，就没有学校。” [@s]
sources: [{ id: s, type: article-newspaper, title: 渡轮, text: s.txt }]
`
const BODY = '<h1>{{title}}</h1>\n<p>{{issue}}</p>\n<p>{{bottom_line}}</p>'
const OWN_FONT = {
  'briefs/ferry.yaml': CHINESE,
  'briefs/s.txt': '“没有船，就没有学校。”\n',
  'fonts/sc.ttf': SAMPLE,
  'fonts/fonts.yaml': 'Sample SC: { normal: sc.ttf, italics: sc.ttf, bold: sc.ttf, bolditalics: sc.ttf }\n',
}

test('a brief in Chinese is printed in a font that the workspace declares', async () => {
  const space = workspace({
    ...OWN_FONT,
    'templates/themes/chinese.yaml': 'extends: default\nfamilies: { fallback: [Noto Sans, Sample SC] }\n',
    'templates/board.hbs': template(BODY, { theme: 'chinese' }),
  })
  const outcome = await space.run('build', '-a', 'board', '--json')
  assert.equal(new Set(codes(outcome.stdout)), new Set(['unknown-locale']), outcome.stdout)
  const fonts = [...printed(space, 'out/ferry/board.pdf').objects.values()].filter(object =>
    object.includes('+NotoSansSC-Regular'),
  )
  assert.ok(fonts.length > 0)
})

test('without such a font the findings name the script and where to declare one', async () => {
  const space = workspace({
    'briefs/ferry.yaml': CHINESE,
    'briefs/s.txt': '“没有船，就没有学校。”\n',
    'templates/board.hbs': template(BODY),
  })
  const outcome = await space.run('build', '-a', 'board', '--json')
  assert.is(outcome.status, 1)
  const missing = codes(outcome.stdout).filter(code => code === 'missing-glyph')
  assert.is(missing.length, 3)
  assert.match(outcome.stdout, 'no font has the Han script')
  assert.match(outcome.stdout, 'fonts/fonts.yaml')
})

test.run()
