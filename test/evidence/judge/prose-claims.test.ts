import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { codesOf, type Proved, proveBrief } from '../helpers.js'

const TEXT =
  '“The ferry will sail again on Monday,” Captain Orla Brandt said. “Nobody was hurt in the storm.”\n\n' +
  'Orla Brandt called it “a clean repair” and “a quick one for everyone”.'
const TRUE_WORDS = 'The ferry will sail again'
const FALSE_WORDS = 'The ferry will never sail again'

/** As a literal block, whose lines stay as they are. */
function proveProse(prose: string, more = ''): Proved {
  const lines = prose.split('\n').map(line => `  ${line}`)
  const yaml = `title: T\nas_of: 2025-01-01\nbackground: |\n${lines.join('\n')}\n${more}sources: [{id: s, title: S}, {id: z, title: Z}]\n`
  return proveBrief(yaml, { s: TEXT, z: 'Nothing of it.' })
}

const verdicts = ({ evidence }: Proved) => evidence.proofs.map(({ verdict }) => verdict).join()
const said = (proved: Proved) => codesOf(proved.findings)

const MARKS: readonly (readonly [open: string, close: string])[] = [
  ...(
    ['“”', '„“', '„”', '””', '““', '""', '«»', '»«', '»»', '‹›', '›‹', '‚‘', '‚’', '‘’', '’’', "''"] as const
  ).map(([open = '', close = '']) => [open, close] as const),
  ...(['″″', '＂＂', '❝❞', '❛❜', '「」', '『』', '〝〟', '〝〞', '‟”', '《》', '′′', 'ʺʺ'] as const).map(
    ([open = '', close = '']) => [open, close] as const,
  ),
  ['``', "''"],
  ['`', "'"],
  [',,', "''"],
  [',,', '”'],
  ["''", "''"],
  ['<<', '>>'],
  ['« ', ' »'],
  ['“ ', ' ”'],
  ['\\"', '\\"'],
  ["\\'", "\\'"],
  ['&quot;', '&quot;'],
  ['&ldquo;', '&rdquo;'],
  ['&#8222;', '&#8220;'],
  ['&laquo;', '&raquo;'],
  ['`“', '”`'],
  ['`"', '"`'],
  ['*“', '”*'],
  ['“*', '*”'],
  ['**"', '"**'],
  ['"**', '**"'],
  ["_'", "'_"],
  ['("', '")'],
  ['["', '"](https://x.org)'],
  ['“', '"'],
]

for (const [open, close] of MARKS)
  test(`words in ${open} and ${close} are a quotation`, () => {
    for (const [before, after] of [
      ['She said ', ' [@s].'],
      ['', ' and left.'],
      ['She said: ', ', and left [@s].'],
      ['The boats’ owners (5′ 10″ tall) don’t mind: ', ''],
    ]) {
      const right = proveProse(`${before}${open}${TRUE_WORDS}${close}${after}`)
      assert.equal([verdicts(right), said(right)], ['verified', []], `${before}…${after}`)
      const wrong = proveProse(`${before}${open}${FALSE_WORDS}${close}${after}`)
      assert.equal([verdicts(wrong), said(wrong)], ['altered', ['quote-altered']], `${before}…${after}`)
    }
  })

for (const [open, close] of MARKS)
  test(`${open} and ${close} that nothing pairs are refused`, () => {
    for (const text of [
      `She said ${open}${FALSE_WORDS} [@s].`,
      `She said ${open}The ferry\n\nwill never sail again${close} [@s].`,
    ]) {
      const { findings } = proveProse(text)
      assert.ok(
        findings.some(({ severity }) => severity === 'error'),
        text,
      )
    }
  })

for (const text of [
  'The ’90s saw rock ’n’ roll, and the ‘80s were worse; ‘tis so, said the boats’ owners.',
  "The '90s saw rock 'n' roll; 'tis so, 'twas always so for the boats' owners and Orla's crews'.",
  'A 6" pipe, a 12″ one, 5′ 10″ and 5\' 10" of rope at 40° 26′ 46″ N, 79° 58′ 56″ W for all of them.',
  'Hawai‘i and Hawai`i, O‘zbekiston, Qur’an, l’État and d’Orsay are names of places and books.',
  'Read “The Daily Herald of London”, “Face the Nation”, «The Art of the Deal» and ‘War and Peace in Our Time’.',
  'It is “green”, a “grey zone”, and so-called ‘smart’ money for the ‘owners’ of boats.',
  'Type `npm run build now please` and wait for the end of it.',
  '《红楼梦与西游记研究》 and 《人民日报海外版》 are titles of Chinese works.',
  'Prices rose by > 5 % and < 7 %, x << y >> z, Tom & Jerry &amp; Co for all of us.',
  "Sailors lookin' for work an' food met the lads o' the town at six.",
  '’Ndrangheta clans and ‘Abd al-Rahman met ’s avonds in ’t Hart van Holland.',
])
  test(`nobody is quoted in: ${text.slice(0, 40)}`, () => {
    const proved = proveProse(text)
    assert.equal([verdicts(proved), said(proved).filter(code => code !== 'quote-mark-alone')], ['', []])
  })

test('apostrophes within single marks do not end the quotation', () => {
  const source = { s: "He wrote: “The boats' owners don't want our crews' money at all.”" }
  for (const [open, close] of ['‘’', "''", '‚‘'].map(marks => [...marks]))
    for (const [words, verdict] of [
      ["The boats' owners don't want our crews' money", 'verified'],
      ["The boats' owners do want our crews' money", 'altered'],
    ] as const) {
      const prose = JSON.stringify(`He wrote ${open}${words}${close} [@s].`)
      const yaml = `title: T\nas_of: 2025-01-01\nissue: ${prose}\nsources: [{id: s, title: S}]\n`
      assert.is(verdicts(proveBrief(yaml, source)), verdict, `${open} ${words}`)
    }
})

test('a quotation within Chinese text is measured by its characters', () => {
  const source = { s: '她说：“我们会在六月开放整个港口”。' }
  const prove = (issue: string) =>
    proveBrief(`title: T\nas_of: 2025-01-01\nissue: ${issue}\nsources: [{id: s, title: S}]\n`, source)
  for (const [open, close] of ['“”', '「」', '『』', '《》', '""'].map(marks => [...marks])) {
    assert.is(verdicts(prove(`她说${open}我们会在六月开放整个港口${close}他走了。`)), 'verified', open)
    assert.not.equal(verdicts(prove(`她说${open}我们不会在六月开放港口${close}他走了。`)), 'verified', open)
    assert.ok(said(prove(`她说${open}我们不会在六月开放港口${close}他走了。`)).length > 0, open)
  }
  assert.equal(said(prove('所谓“港口”和“灰色地带”的问题。')), [])
})

test('short quotations of one sentence are proved together', () => {
  const right = proveProse('Brandt spoke of “a clean repair” and “a quick one” [@s].')
  assert.is(verdicts(right), 'verified,verified')
  assert.is(
    verdicts(proveProse('Brandt spoke of “a dirty repair” and “a quick one” [@s].')).split(',').length,
    2,
  )
  assert.is(said(proveProse('Brandt spoke of “a dirty repair” and “a quick one” [@s].')).length, 1)
  assert.is(said(proveProse('She said it was “a dirty repair” and “a slow one”.')).length, 2)
})

test('short quotations of two sentences, of two sources or of nobody are words', () => {
  for (const text of [
    'Brandt spoke of “a dirty repair” [@s]. Mr. Cole wrote of “a slow one” [@s].',
    'They wrote “a dirty repair” [@s] and “a slow one” [@z].',
    'There is “a dirty repair” and “a slow one” here.',
    'A “grey”, “dirty”, “slow” and “old” ship, she said [@s].',
    'She said so in “The Daily Herald” and “Face the Nation” [@s].',
  ])
    assert.equal([verdicts(proveProse(text)), said(proveProse(text))], ['', []], text)
})

test('a citation or note within a quotation is an error at its place', () => {
  for (const [prose, at] of [
    [`She said “The ferry [@s, never] will sail again”.`, '[@s, never]'],
    [`She said “The ferry will sail again [@s].”`, '[@s]'],
    [`She said 'The ferry[^1] will sail again' [@s].\n\n[^1]: The old one.`, '[^1]'],
    [`> The ferry [@s, not] will sail again`, '[@s, not]'],
  ] as const) {
    const { findings, brief, evidence } = proveProse(prose)
    assert.equal(codesOf(findings), ['quote-holds-citation'], prose)
    const { start, end } = findings[0]?.place.range ?? { start: 0, end: 0 }
    assert.is(brief.file.text.slice(start, end), at)
    assert.equal(
      evidence.proofs.map(({ verdict }) => verdict),
      ['missing'],
    )
  }
  const quotes = 'quotes:\n  - {source: s, text: "The ferry will [@s, never] sail again"}\n'
  assert.equal(said(proveProse('None.', quotes)), ['quote-holds-citation'])
  const inserted = 'quotes:\n  - {source: s, text: "The ferry [Aurora] will sail again on Monday"}\n'
  assert.equal(
    said(proveProse('None.', inserted)).filter(code => code.startsWith('quote-holds')),
    [],
  )
})

test('nothing of a recipient stands within a quotation', () => {
  const { findings, brief } = proveProse('She said “The ferry will sail again, {{recipient.name}}” [@s].')
  assert.equal(codesOf(findings), ['quote-holds-recipient'])
  const { start, end } = findings[0]?.place.range ?? { start: 0, end: 0 }
  assert.is(brief.file.text.slice(start, end), '{{recipient.name}}')
  const quotes = 'quotes:\n  - {source: s, text: "The {{ recipient.ship }} will sail again"}\n'
  assert.equal(said(proveProse('None.', quotes)), ['quote-holds-recipient'])
  assert.equal(said(proveProse('They call it “{{recipient.ship}}”.')), ['quote-holds-recipient'])
  assert.equal(said(proveProse(`Dear {{recipient.name}}, she said “${TRUE_WORDS}” [@s].`)), [])
})

test('a block quotation is a claim of its own', () => {
  for (const [block, verdict] of [
    ['> The ferry will sail again\n> on Monday.\n>\n> — Orla Brandt [@s]', 'verified'],
    ['> The ferry will never\n> sail again on Monday. [@s]', 'altered'],
    ['> “The ferry will sail again on Monday,” [@s]', 'verified'],
    ['> “The ferry will sink on Monday,” [@s]', 'altered'],
    ['> Nobody was hurt in the storm.\n\nMore.', 'verified'],
  ] as const)
    assert.is(verdicts(proveProse(`She said:\n\n${block}\n`)), verdict, block)
  assert.is(verdicts(proveProse('> 5 per cent of all ferries sank in the year')), '')
})

test('a block quotation is a quotation of its whole text', () => {
  const parts =
    '“The ferry will sail again on Monday,” Captain Orla Brandt said. “Nobody was hurt in the storm.”'
  for (const [block, verdict] of [
    ['> Nobody was hurt\nin the storm.', 'verified'],
    ['> Nobody was hurt in the storm.[^1]\n\n[^1]: As far as is known.', 'verified'],
    ['> **Nobody was hurt in the storm.** [@s]', 'verified'],
    ['> Nobody was hurt in the storm.\n\n[@s, para. 1]', 'verified'],
    ['> Nobody was hurt in the storm.\n\n[@z]', 'missing'],
    ['- First:\n\n  > Nobody was hurt in the storm.', 'verified'],
    ['- First:\n\n  > Everybody was hurt in the storm.', 'altered'],
    ['> a clean repair\n>\n> and a quick one for everyone', 'altered'],
  ] as const)
    assert.is(verdicts(proveProse(`It was said:\n\n${block}\n`)), verdict, block)
  const two = proveBrief(
    `title: T\nas_of: 2025-01-01\nbackground: |\n  > The sea was high.\n  >\n  > Nobody was hurt in the storm.\nsources: [{id: s, title: S}]\n`,
    { s: `“The sea was high.\n\n“Nobody was hurt in the storm,” she said.\n\n${parts}` },
  )
  assert.is(verdicts(two), 'verified')
  const { evidence, brief } = proveProse('> The ferry will sail\n> again on Monday. [@s]\n>\n> — Orla Brandt')
  const { path = [], range = { start: 0, end: 0 } } = evidence.proofs[0] ?? {}
  const { start, end } = brief.placeWithin(path, range.start, range.end).range
  assert.is(brief.file.text.slice(start, end), 'The ferry will sail\n  > again on Monday.')
})

test('who said a block quotation is told by the line below it, or by the paragraph before it', () => {
  const actors = 'actors: [{id: brandt, name: Orla Brandt}, {id: sand, name: Carl Sand}]\n'
  for (const [prose, speakers] of [
    ['> Nobody was hurt in the storm.\n>\n> — Orla Brandt, captain', 'Orla Brandt'],
    ['> Nobody was hurt in the storm.\n> — Carl Sand', 'Carl Sand'],
    ['Orla Brandt said:\n\n> Nobody was hurt in the storm.', 'Orla Brandt'],
    ['Sand said it to Brandt.\n\nIt was read:\n\n> Nobody was hurt in the storm.', ''],
  ] as const)
    assert.is(proveProse(prose, actors).evidence.proofs[0]?.speakers.join(), speakers, prose)
})

test('what is said in a cell of a table, or in a note, is proved by its own citation', () => {
  const table = (...rows: string[]) => ['| Who | What |', '|---|---|', ...rows].join('\n')
  for (const [prose, verdict] of [
    [table('| Brandt | “Nobody was hurt in the storm” | '), 'verified'],
    [table('| “Nobody was hurt in the storm” | [@z] |'), 'missing'],
    [table('| “Nobody was hurt in the storm” | one |', '| Two | [@z] |'), 'verified'],
    [table('| “Nobody was hurt | in the storm” |'), ''],
    ['It sank.[^1]\n\n[^1]: “Everybody was hurt in the storm” [@s].', 'altered'],
    ['### “Nobody was hurt in the storm”\n[@z]', 'verified'],
  ] as const)
    assert.is(verdicts(proveProse(prose)), verdict, prose)
})

test('a quotation with more alterations than anybody follows is refused', () => {
  const parts = Array.from({ length: 102 }, () => 'ferry').join(' … ')
  const proved = proveProse('None.', `quotes:\n  - {source: s, text: ${JSON.stringify(parts)}}\n`)
  assert.equal([verdicts(proved), said(proved)], ['missing', ['quote-too-altered']])
})

test('marks that stand alone by few words are a warning', () => {
  const { findings } = proveProse('It ends with “so.')
  assert.equal(
    findings.map(({ code, severity }) => [code, severity]).filter(([code]) => code !== 'unused-source'),
    [['quote-mark-alone', 'warning']],
  )
})

test.run()
