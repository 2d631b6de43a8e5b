import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { HELPERS, helperTable, renderHtml } from '../../../src/markup/index.js'
import { editionOf, libraryOf, prose, verbatim } from '../../support/edition.js'

function html(
  template: string,
  data: object = {},
  lang = 'en',
  languages: Readonly<Record<string, object>> = {},
): string | undefined {
  const findings = new Findings()
  const edition = editionOf({ template, data: data as Record<string, unknown>, lang, languages })
  const printed = renderHtml(edition, libraryOf(), findings.report)
  assert.equal(
    findings.all.map(finding => finding.message),
    [],
  )
  return printed
}

for (const { name, example } of HELPERS)
  test(`the example of \`${name}\` prints what it says`, () => {
    const { template, data, languages = [], prints } = example
    const said = Object.fromEntries(languages.map(lang => [lang, data]))
    assert.is(html(template, data, 'en', said), prints)
  })

test('the table for authors has every helper', () => {
  const rows = helperTable().trimEnd().split('\n')
  assert.is(rows.length, HELPERS.length + 2)
  for (const row of rows) assert.is(row.split(/(?<!\\)\|/).length, 6, row)
})

test('a text with a label of its own is told from one that begins with words', () => {
  const has = (text: string) =>
    html('{{#if (has-label x)}}yes{{else}}no{{/if}}', { x: prose(text) }) === 'yes'
  for (const labelled of [
    ...['Photo: A. Vela', '*Photo:* A. Vela', '**Photo**: A. Vela', 'Photo\u00a0: A. Vela', '写真：ベラ'],
    ...[
      'Foto der Behörde: A. Vela',
      '© A. Vela',
      '(C) A. Vela',
      'Copyright A. Vela',
      '[© Harbour Board](https://quay.example/)',
    ],
  ])
    assert.ok(has(labelled), labelled)
  for (const plain of [
    ...['A. Vela', 'Harbour Board', 'https://quay.example/', 'A. Vela, at 14:30', 'Copyrights office'],
    ...['Harbour Board, its second archive: box 4', 'A. Vela (Photo: 2024)x'],
  ])
    assert.not.ok(has(plain), plain)
})

test('a source and a sentence end with one mark', () => {
  const line = (title: string) => html('{{source-line source}}', { source: { title } })
  assert.equal(['Two bids', 'Two bids?', 'It is over.', 'The bid of the…'].map(line), [
    '<em>Two bids</em>.',
    '<em>Two bids?</em>',
    '<em>It is over.</em>',
    '<em>The bid of the…</em>',
  ])
  const sentence = (text: string) => html('{{sentence x}}', { x: prose(text) })
  assert.equal(['Trade', 'Who pays?', 'He said “no.”', 'The U.S.'].map(sentence), [
    'Trade.',
    'Who pays?',
    'He said “no.”',
    'The U.S.',
  ])
})

test('a name without arguments is a field, even where a helper has it', () => {
  assert.is(html('{{term}} {{date}} {{first}}', { term: 'a', date: 'b', first: 'c' }), 'a b c')
})

test('nothing of a prototype can be reached', () => {
  const template =
    '{{constructor}}{{toString}}{{x.constructor}}{{lookup x "constructor"}}{{#if x.__proto__}}!{{/if}}'
  assert.is(html(template, { x: { y: 1 } }), '')
})

test('conditions know texts, lists, citations and nothing', () => {
  const ifHeld = '{{#if x}}yes{{else}}no{{/if}}'
  const answers = [prose('a'), verbatim('a'), ['a'], 1, true].map(x => html(ifHeld, { x }))
  assert.equal(answers, ['yes', 'yes', 'yes', 'yes', 'yes'])
  const refusals = [[], '', 0, false, null, undefined, '  '].map(x => html(ifHeld, { x }))
  assert.equal(refusals, ['no', 'no', 'no', 'no', 'no', 'no', 'no'])
  assert.is(html('{{#if x includeZero=true}}yes{{/if}}', { x: 0 }), 'yes')
  assert.is(html('{{and a b}}|{{and a c}}', { a: 'x', b: 'y', c: '' }), 'y|')
})

test('loops know their place and name their items', () => {
  const template =
    '{{#each list as |item at|}}{{at}}{{@index}}{{item}}{{#if @last}}.{{/if}}{{else}}none{{/each}}'
  assert.is(html(template, { list: ['a', 'b'] }), '00a11b.')
  assert.is(html(template, { list: [] }), 'none')
  assert.is(html('{{#each x}}{{@key}}={{this}};{{/each}}', { x: { a: 1, b: 2 } }), 'a=1;b=2;')
  assert.is(
    html('{{#each a}}{{#each b}}{{@../index}}{{../c}}{{@root.d}} {{/each}}{{/each}}', {
      a: [{ b: [1], c: 2 }],
      d: 3,
    }),
    '023 ',
  )
})

test('texts of all kinds compare by their words', () => {
  const data = { a: prose('x'), b: verbatim('x'), list: [{ k: prose('x') }, { k: 'y' }] }
  assert.is(html('{{#if (eq a b)}}same{{/if}}{{#if (ne a "y")}} other{{/if}}', data), 'same other')
  assert.is(html('{{count (where list "k" b)}}{{count (without list "k" b)}}', data), '11')
})

test('the first items of a list are as many as were asked for, and none below one', () => {
  const first = (count: number) => html(`{{join (first list ${count})}}`, { list: ['a', 'b'] })
  assert.equal([-1, 0, 1, 2, 3].map(first), ['', '', 'a', 'a, b', 'a, b'])
})

test('a number is greater than another only if it is not equal to it', () => {
  const greater = (x: number) => html('{{#if (gt x 3)}}yes{{else}}no{{/if}}', { x })
  assert.equal([2, 3, 4].map(greater), ['no', 'no', 'yes'])
})

test('sections have headings of levels 2 and 3', () => {
  const section = (level: number) => {
    const findings = new Findings()
    const template = `{{#section "gaps" level=${level}}}x{{/section}}`
    const printed = renderHtml(editionOf({ template, data: { gaps: 'y' } }), libraryOf(), findings.report)
    return findings.all[0]?.message ?? /<h\d>/.exec(printed ?? '')?.[0]
  }
  const refusal = 'the `level` of a section is 2 or 3'
  assert.equal([1, 2, 3, 4].map(section), [refusal, '<h2>', '<h3>', refusal])
})

test('points of a scale have words from the lowest to the highest', () => {
  const scale = (point: number, name: string) => {
    const findings = new Findings()
    const edition = editionOf({ template: '{{scale x name}}', data: { x: point, name } })
    const printed = renderHtml(edition, libraryOf(), findings.report)
    return findings.all.length > 0 ? 'reported' : (printed ?? '').length > 0
  }
  assert.equal(
    [0, 1, 5, 6].map(point => scale(point, 'impact')),
    ['reported', true, true, 'reported'],
  )
  assert.equal(
    [-3, -2, 2, 3].map(point => scale(point, 'support')),
    ['reported', true, true, 'reported'],
  )
})

test('an empty value prints nothing, with any helper', () => {
  const calls = [
    'paragraphs x',
    'quoted x',
    'date x',
    'plain x',
    'term x',
    'scale x "impact"',
    'label x',
    'join x',
    'reference x',
    'source-line x',
    'capital x',
    'lookup x "a"',
  ]
  assert.is(html(calls.map(call => `{{${call}}}`).join(''), {}), '')
})

test('labels take texts of the brief, with their markup', () => {
  const data = { when: prose('in *May*') }
  assert.is(html('{{label "as_of" date=when}}', data), 'As of in <em>May</em>')
  assert.is(html('<p title="{{plain (label "as_of" date=when)}}">', data), '<p title="As of in May">')
})

test('a date that is words prints as prose', () => {
  assert.is(html('{{date due}}', { due: prose('once *all* agree') }), 'once <em>all</em> agree')
  assert.is(html('{{date due}}', { due: prose('2025-03') }), 'March 2025')
})

test('a quotation has one pair of marks, its own if it has them', () => {
  assert.is(html('{{quoted text}}', { text: verbatim('“We will.”') }), '“We will.”')
  assert.is(html('{{quoted text}}', { text: verbatim('“We” and “they”') }), '““We” and “they””')
})

test('sources read as a bibliography has them, in each language', () => {
  const source = {
    title: verbatim('Two bids & a tunnel'),
    author: ['A. Vela', 'B. Ros'],
    publisher: 'Office of Works',
    issued: '2025-03',
    accessed: '2025-03-04',
    url: verbatim('https://www.example.org/a/?b=1&c'),
    lang: 'es',
    note: prose('Draft [@x].'),
  }
  const link = '<a href="https://www.example.org/a/?b&#61;1&amp;c">example.org/a/?b&#61;1&amp;c</a>'
  const title = '<em><span lang="es">Two bids &amp; a tunnel</span></em>'
  assert.is(
    html('{{source-line source}}', { source }),
    `A. Vela, B. Ros, ${title}, Office of Works, March 2025, ${link}, accessed 4 March 2025. Draft.`,
  )
  const inPaper = { title: 'Deux offres', container_title: 'Le Courrier', issued: '2025-03-01' }
  assert.is(
    html('{{source-line source}}', { source: inPaper }, 'fr'),
    '«\u00a0Deux offres\u00a0», <em>Le Courrier</em>, 1er mars 2025.',
  )
  const asks = { title: 'They asked: “Is it safe?”' }
  assert.is(html('{{source-line source}}', { source: asks }), '<em>They asked: “Is it safe?”</em>')
})

test('a quotation is referred to by the numbers of its source, in the language of the edition', () => {
  const sources = [{ id: 'act' }]
  const locator = (lang: string, ...place: object[]) => {
    const quote = { source: { id: 'act' }, proof: { place } }
    return /locator="([^"]*)"/.exec(html('{{reference quote}}', { quote, sources }, lang) ?? '')?.[1]
  }
  const article = { kind: 'article', number: '5a' }
  assert.equal(
    ['en', 'es', 'fr', 'de'].map(lang => locator(lang, article)?.replace('\u00a0', ' ')),
    ['Art. 5a', 'art. 5a', 'art. 5a', 'Art. 5a'],
  )
  assert.equal(
    ['en', 'es', 'fr', 'de'].map(lang =>
      locator(lang, { kind: 'page', number: '3' })?.replace('\u00a0', ' '),
    ),
    ['p. 3', 'pág. 3', 'p. 3', 'S. 3'],
  )
  assert.is(
    locator('de', { kind: 'page', number: '3' }, { kind: 'paragraph', number: '12' }),
    'S. 3, Abs. 12',
  )
  assert.is(locator('en'), undefined)
})

test.run()
