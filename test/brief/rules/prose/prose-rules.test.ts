import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from '../../helpers.js'

const HEAD = 'title: The weir\nas_of: 2025-03-04\n'

/** What is said of a literal text in a field, as `line:column code` with lines counted from the first of the text. */
function found(text: string, field = 'gaps'): string[] {
  const lines = text.split('\n').map(line => (line === '' ? '' : `      ${line}`))
  const yaml = field === 'gaps' ? `gaps:\n  - gap: |\n` : `${field}:\n    |\n`
  return load(`${HEAD}${yaml}${lines.join('\n')}\n`).findings.map(({ code, place, message }) => {
    const { line, column } = place.file.position(place.range.start)
    return `${line - 4}:${column - 6} ${code} ${/takes no ([\w ]+?)(?: that are written so)?(?:;|$)/.exec(message)?.[1] ?? ''}`.trimEnd()
  })
}

const BLOCKS: readonly (readonly [text: string, ...found: string[]])[] = [
  ['1. One\n2. Two', '1:1 block-mark lists'],
  ['First:\n\n1) One\n\n2) Two', '3:1 block-mark lists'],
  ['- One', '1:1 block-mark lists'],
  ['* One\n* Two', '1:1 block-mark lists'],
  ['+ One', '1:1 block-mark lists'],
  ['Two:\n- One\n  - Half', '2:1 block-mark lists'],
  ['• One\n• Two', '1:1 block-mark lists'],
  ['a) One\nb) Two', '1:1 block-mark lists'],
  ['(i) One\n(ii) Two', '1:1 block-mark lists'],
  ['7. One\n8. Two', '1:1 block-mark lists'],
  ['# Costs', '1:1 block-mark headings'],
  ['It opens.\n\n###### Costs', '3:1 block-mark headings'],
  ['Costs\n=====', '2:1 block-mark headings'],
  ['Costs\n---', '2:1 block-mark headings'],
  ['Up.\n\n---\n\nDown.', '3:1 block-mark rules'],
  ['* * *', '1:1 block-mark rules'],
  ['Year | Cost\n---- | ---:\n2025 | 3', '1:1 block-mark tables'],
  ['| Year | Cost |\n| 2025 | 3 |', '1:1 block-mark tables'],
  ['+----+----+\n| 1  | 2  |', '1:1 block-mark tables'],
  ['> They were warned.', '1:1 block-mark block quotations'],
  ['```\ncode\n```', '1:1 block-mark code'],
  ['~~~\ncode', '1:1 block-mark code'],
  ['So:\n\n    x = 1', '3:5 block-mark code'],
  ['[^n]: In the annex.', '1:1 note-misplaced notes'],
  ['[1]: https://weir.example/', '1:1 block-mark links by reference'],
  ['Weir\n: A low dam.', '2:1 block-mark definition lists'],
  ['::: warning', '1:1 block-mark divisions'],
]

for (const [text, ...expected] of BLOCKS)
  test(`a block that is not set is found: ${JSON.stringify(text)}`, () => {
    assert.equal(found(text), expected)
  })

for (const text of [
  '1. May was the day.',
  '2024. The year was dry.\nIt ended.',
  'No. 1. The weir.\nNo. 2. The lock.',
  '3 > 2',
  '> 50 % of the water',
  '+ 3 % a year',
  'Rated #1, and priority #2',
  '#1 of three',
  'A – B\nand C – D',
  'It cost 3 | 4 euros',
  'Costs rise * see there',
  'It is said:\nnever.',
  '12.30 p.m.\n13.30 p.m.',
  'A.D. 900\nB.C. 4',
  'J. Weir\nM. Lock',
])
  test(`what is no block is let be: ${JSON.stringify(text)}`, () => {
    assert.equal(found(text), [])
  })

test('fields that print lists take them, and no other block', () => {
  for (const field of ['issue', 'bottom_line', 'background', 'contact'])
    for (const text of ['- One\n  - Half\n- Two', '1. One\n2. Two', '* One\n\n  More of it'])
      assert.equal(found(text, field), [], field)
  assert.equal(found('- [ ] One\n- Two\n\n## Costs', 'issue'), [
    '1:3 block-mark boxes to tick',
    '4:1 block-mark headings',
  ])
  assert.equal(found('3. One\n4. Two', 'background'), ['1:1 block-mark lists'])
})

test('a finding names the field that takes the block: the long one of its item, or one that any brief has', () => {
  const hint = (yaml: string) => load(`${HEAD}${yaml}`).findings[0]?.hints[0] ?? ''
  assert.match(hint('stakes: [{stake: "# Trade"}]\n'), /move it to `description`, which takes headings$/)
  assert.match(
    hint('qa: [{question: "| a | b |", answer: No.}]\n'),
    /move it to `answer`, which takes tables$/,
  )
  assert.match(hint('issue: "# Trade"\n'), /`background` or the `body` of a section, which takes headings$/)
  assert.match(hint('gaps: ["A note[^1]"]\n'), /`background` or the `body` of a section, which takes notes$/)
  assert.match(hint('gaps: ["A ![map](map.png)"]\n'), /which takes pictures, on a line of its own$/)
})

test('marks at the beginning of a cell or a heading are found, and columns that would be centred', () => {
  assert.equal(found('| # A | B |\n|---|:-:|\n| > said | - one |\n| -1 | + 2 |\n\n## > C', 'background'), [
    '1:3 block-mark headings in cells',
    '2:6 block-mark centred columns',
    '3:3 block-mark block quotations in cells',
    '3:12 block-mark lists in cells',
    '6:4 block-mark block quotations in headings',
  ])
})

test('a note is called once, from wherever one can be', () => {
  const of = (background: string) =>
    load(`${HEAD}background: |\n${background.replace(/^/gm, '  ')}\n`).found.join('; ')
  const notes = '\n\n[^1]: It is late.\n[^2]: It rained.'
  assert.is(of(`It rose[^1], and fell[^2].${notes}`), '')
  assert.is(
    of(`It rose[^1], and[^2] fell[^1]. So[^1].${notes}`),
    '4:28 note-called-twice; 4:36 note-called-twice',
  )
  assert.is(of(`It rose[^2].\n\n- One[^1]\n- Two[^1]${notes}`), '7:8 note-called-twice')
  assert.is(of(`## Rise[^1]\n\nIt rose[^1][^2].${notes}`), '4:10 note-misplaced')
})

test('lines that folding joins are found, in each style of YAML that folds', () => {
  const of = (yaml: string) => load(`${HEAD}${yaml}`).found
  assert.equal(of('background: >\n  Two:\n  - One\n  - Two\n'), ['5:3 block-mark'])
  assert.equal(of('background: Two\n  1. One\n  2. Two\n'), ['4:3 block-mark'])
  assert.equal(of('background: "Two:\n  * One\n  * Two"\n'), ['4:3 block-mark'])
  for (const field of ['background', 'issue'])
    assert.equal(of(`${field}: >\n  It costs\n  ## much\n`), ['5:3 block-mark'])
  assert.equal(of('background: >\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n'), ['4:3 block-mark'])
  assert.equal(of('background: >\n  Vela said\n  > They were warned of it.\n'), ['5:3 block-mark'])
  assert.equal(of('background: >\n  A note[^1].\n  [^1]: It is late.\n'), [
    '4:9 note-without-text',
    '5:3 note-without-text',
    '5:3 block-mark',
  ])
  assert.equal(of('background: >\n  A note[^1].\n\n  [^1]: It is late.\n'), [])
  assert.equal(of('background: >\n  The weir\n  - if it holds - is safe, and the lock\n  too\n'), [])
  assert.equal(of('background: |\n  Two:\n  - One\n  - Two\n'), [])
  assert.equal(of('background: >\n  - One\n\n  - Two\n'), [])
  assert.equal(of('background: >\n  It was in\n  2024. Then it\n  rained\n'), [])
})

const INLINES: readonly (readonly [text: string, ...found: string[]])[] = [
  ['It is **bold and not closed', '1:7'],
  ['It is **bold ** here', '1:7'],
  ['It is *bold and not closed', '1:7'],
  ['It is _stressed and not closed', '1:7'],
  ['It is ~~gone~~ now', '1:7'],
  ['It is ==lit== now', '1:7'],
  ['Over 3 m^2^ of H~2~O', '1:9', '1:17'],
  ['A line<br>and <b>another</b>', '1:7', '1:15', '1:25'],
  ['Text <!-- not for print --> text', '1:6'],
  ['A&nbsp;B &#8211; C &eacute;', '1:2', '1:10', '1:20'],
  ['Use `this` word', '1:5'],
  ['A [link](https://weir.example/a b)', '1:8'],
  ['A [link] (https://weir.example/)', '1:8'],
  ['A (link)[https://weir.example/]', '1:8'],
  ['A [link][there]', '1:8'],
  ['A [link](https://weir.example', '1:8'],
  ['A ![map](map.png) here', '1:3'],
  ['A note and^[another]', '1:11'],
  ['A [word]{.smallcaps}', '1:8'],
  ['One.\\nTwo', '1:5'],
  ['For {{name}} and {{recipient}}', '1:5', '1:18'],
  ['For {{recipient.name} and {recipient.name}', '1:5', '1:27'],
  ['caf\\u00e9 \\emph{x}', '1:4', '1:11'],
]

for (const [text, ...places] of INLINES)
  test(`a mark that means nothing is found: ${text}`, () => {
    assert.equal(
      found(text),
      places.map(place => `${place} inline-mark`),
    )
  })

for (const text of [
  'It is **bold**, *stressed*, __bold__, _stressed_ and ***both***.',
  'A [link](https://weir.example/a_(b)_c "its title") and <https://weir.example/>.',
  '5 * 3 * 2, a ** b, 2 ** 3 and snake_case_name',
  'The price* is high',
  '*without tax',
  'Rated *** and f**k',
  'AT&T; R&D and a & b',
  'C:\\new\\table and \\\\server\\news',
  'Escaped \\*here\\* and \\[there\\](x)',
  'About ~5 to ~6, x == y, 2^10 and ^_^',
  'If a < b and c > d, see <the annex>',
  'https://weir.example/a_b_c*d/~x~/?q==1&amp;b',
  'Told [see @none; @none, pp. *4*]',
  'A lone ` or two',
  'To {{recipient.full name}} and \\{{name}}, in {braces}',
])
  test(`what is no mark is let be: ${text}`, () => {
    assert.equal(
      found(text).filter(finding => finding.includes('-mark')),
      [],
    )
  })

test('ten marks of a text are said, and errors before all of them', () => {
  assert.is(found('**a '.repeat(11)).length, 10)
  const gaps = '  - "**a **b **c **d **e **f **g **h **i **j"\n'.repeat(30)
  const { findings } = load(`${HEAD}gaps:\n${gaps}colour: red\n`)
  assert.is(findings.length, 200)
  assert.is(findings.at(-1)?.code, 'unknown-key')
})

test('a finding about one of several wordings names the field', () => {
  const { findings } = load(`${HEAD}gaps: [{gap: {default: A, public: '## B'}}]\n`)
  assert.match(findings[0]?.message ?? '', /^`gap` takes no headings/)
})

test('names and titles are printed to the letter, so that marks in them are found', () => {
  const of = (title: string) =>
    load(
      `${HEAD}version: ${JSON.stringify(title)}\nissue: x [@s]\nsources: [{id: s, title: ${JSON.stringify(title)}}]\n`,
    ).found
  for (const title of [
    'The *Orve* report',
    '**Weir**',
    'A [page](https://weir.example/)',
    'Weir &amp; lock',
    'A <i>b</i>',
    'For {{recipient.name}}',
  ])
    assert.equal(
      of(title).map(each => each.replace(/:\d+/, '')),
      ['3 inline-mark', '5 inline-mark'],
      title,
    )
  for (const title of [
    'Weir & lock',
    'Rule 5 * 3',
    'snake_case_name',
    'The price*',
    'M*A*S*H',
    'A <b, c> d',
    'Press [sic] (2025)',
  ])
    assert.equal(of(title), [], title)
})

test.run()
