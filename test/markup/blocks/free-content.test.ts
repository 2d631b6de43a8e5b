import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { outlineDocument } from '../../../src/markup/blocks/document-outline.js'
import { renderTemplate } from '../../../src/markup/index.js'
import { editionOf, libraryOf, prose } from '../../support/edition.js'

function built(template: string, data: Record<string, unknown> = {}, lang = 'en') {
  const findings = new Findings()
  const document = renderTemplate(editionOf({ template, data, lang }), libraryOf(), findings.report)
  const lines = document ? outlineDocument(document).trimEnd().split('\n') : []
  return {
    lines: lines.filter(line => !/^(?:document|running|source) /.test(line)).map(line => line.trim()),
    messages: findings.all.map(({ message }) => message),
  }
}

const table = (id: string) =>
  `<table id="tbl:${id}"><caption>On ${id}</caption><tr><td>1</td></tr></table><p class="note">Note ${id}</p>`
const section = (id: string, body: string, after = '') =>
  `<section id="sec:${id}"${after && ` after="${after}"`}><h2>On ${id}</h2>${body}</section>`
const ref = (to: string) => `<ref to="${to}"></ref>`

/** What stands where: headings, paragraphs and captions, in order. */
const orderOf = (template: string) =>
  built(template).lines.flatMap(line => {
    const heading = /^h\d #\S+: (.*)/.exec(line)?.[1]
    const caption = /^table \S+ \S+ (.*)/.exec(line)?.[1]
    const text = /^paragraph[.\w]*: (.*)/.exec(line)?.[1]
    return heading ?? caption ?? text ?? []
  })

test('a table stands after the paragraph that first refers to it, its note with it', () => {
  const template = `<h1>T</h1><p>See ${ref('tbl:b')} and ${ref('tbl:a')}.</p><p>Again ${ref('tbl:a')}.</p><placed>${table('a')}${table('b')}${table('c')}</placed><p>End</p>`
  assert.equal(orderOf(template).slice(1), [
    'See [Table 1](#tbl:b) and [Table 2](#tbl:a).',
    '{number|Table 1.} On b',
    '1',
    'Note b',
    '{number|Table 2.} On a',
    '1',
    'Note a',
    'Again [Table 2](#tbl:a).',
    '{number|Table 3.} On c',
    '1',
    'Note c',
    'End',
  ])
})

test('what is referred to within a list, a table or a box comes after the whole of it', () => {
  for (const block of [
    `<ul><li>${ref('tbl:a')}</li><li>x</li></ul>`,
    `<table><tr><td>${ref('tbl:a')}</td><td>x</td></tr></table>`,
    `<aside><p>${ref('tbl:a')}</p><p>x</p></aside>`,
    `<blockquote><p>${ref('tbl:a')}</p></blockquote>`,
  ]) {
    const { lines } = built(`<h1>T</h1>${block}<p>y</p><placed>${table('a')}</placed>`)
    const at = lines.findIndex(line => line.startsWith('table #tbl:a'))
    assert.ok(at > lines.findIndex(line => /^paragraph: (?:x|\[Table 1\]\S*)$/.test(line)))
    assert.equal(lines.slice(-2), ['paragraph.note: Note a', 'paragraph: y'])
  }
})

test('what a heading refers to comes after the block below it', () => {
  const order = orderOf(`<h1>T</h1><h2>On ${ref('tbl:a')}</h2><p>x</p><placed>${table('a')}</placed>`)
  assert.equal(order.slice(2, 4), ['x', '{number|Table 1.} On a'])
})

test('sections follow the one that they name, in the order of the brief, or the one that refers to them', () => {
  const own = '<section id="law"><h2>Law</h2><p>x</p></section>'
  const last = `<section id="end"><h2>End</h2><p>See ${ref('sec:d')}.</p><p>z</p></section>`
  const placed = [
    section('a', '<p>a</p>', 'law'),
    section('b', '<p>b</p>', 'a'),
    section('c', '<p>c</p>', 'law'),
    section('d', '<p>d</p>'),
    section('e', '<p>e</p>', 'nowhere'),
  ]
  const template = `<h1>T</h1>${own}<placed>${placed.join('')}</placed>${last}`
  const headings = orderOf(template).filter(text => text.length > 2)
  assert.equal(headings, [
    'Law',
    'On a',
    'On b',
    'On c',
    'On e',
    'End',
    'See [section “On d”](#sec:d).',
    'On d',
  ])
})

test('sections that follow each other stay where they are', () => {
  const placed = section('a', '<p>a</p>', 'b') + section('b', '<p>b</p>', 'a')
  assert.equal(orderOf(`<h1>T</h1><placed>${placed}</placed>`), ['T', 'On a', 'a', 'On b', 'b'])
})

test('what only an annex refers to stands there, with what that refers to in turn', () => {
  const box = `<aside class="box" id="box:b"><h3>Box</h3><p>See ${ref('tbl:a')}.</p></aside>`
  const annex = `<section class="annex" id="annex:x"><h2>More</h2><p>See ${ref('box:b')}.</p></section>`
  const order = orderOf(`<h1>T</h1><h2>H</h2><p>x</p><placed>${table('a')}${box}</placed><p>y</p>${annex}`)
  assert.equal(order.slice(2), [
    'x',
    'y',
    '{annex|{number|Annex A.}} More',
    'See [Box 1](#box:b).',
    '{number|Box 1.} Box',
    'See [Table 1](#tbl:a).',
    '{number|Table 1.} On a',
    '1',
    'Note a',
  ])
})

test('a box takes a heading below that which it stands under', () => {
  const { messages, lines } = built(
    '<h1>T</h1><aside class="box" id="box:a"><h3>A</h3><p>x</p></aside><h2>B</h2><aside class="box" id="box:b"><h3>B</h3><p>x</p></aside>',
  )
  assert.equal(messages, [])
  assert.equal(
    lines.filter(line => /^h\d/.test(line)).map(line => line.slice(0, 2)),
    ['h1', 'h2', 'h2', 'h3'],
  )
})

test('a reference is put into the words of the language, with a capital where a sentence begins', () => {
  const target = table('a')
  const words = (lang: string, text: string) =>
    built(
      `<h1>T</h1><p>{{text}}</p><placed>${target}</placed>`,
      { text: prose(text) },
      lang,
    ).lines[1]?.replace('paragraph: ', '')
  const link = (label: string) => `[${label}](#tbl:a)`
  assert.is(words('en', 'See @tbl:a.'), `See ${link('Table 1')}.`)
  assert.is(words('es', '@tbl:a y la @tbl:a.'), `${link('Tabla 1')} y la ${link('tabla 1')}.`)
  assert.is(
    words('es', 'Sube. (@tbl:a.) Véase, p. ej. @tbl:a'),
    `Sube. (${link('Tabla 1')}.) Véase, p. ej. ${link('tabla 1')}`,
  )
  assert.is(words('de', 'Siehe @tbl:a'), `Siehe ${link('Tabelle 1')}`)
  assert.is(words('fr', 'Voir le @tbl:a'), `Voir le ${link('tableau 1')}`)
  assert.is(
    words('en', 'See [@tbl:a], [as in @tbl:a, row 2] or -@tbl:a.'),
    `See ${link('Table 1')}, as in ${link('Table 1')}, row 2 or ${link('1')}.`,
  )
  assert.is(
    words('en', 'See [@tbl:a; @tbl:a; @tbl:a].'),
    `See ${link('Tables 1')}, ${link('1')} and ${link('1')}.`,
  )
  assert.is(
    words('en', 'Write to a@tbl:a.example, \\@tbl:a or x@y.example'),
    'Write to a@tbl:a.example, @tbl:a or [x@y.example](mailto:x@y.example)',
  )
})

test('a reference to what is not printed is words alone, and a warning', () => {
  const { lines, messages } = built('<h1>T</h1><p>{{text}}</p>', {
    text: prose('@tbl:x and [@box:y; @sec:z].'),
  })
  assert.is(
    lines[1],
    'paragraph: A table not printed here and a box not printed here and a section not printed here.',
  )
  assert.equal(
    messages,
    ['x', 'y', 'z'].map(
      (id, index) => `\`@${['tbl', 'box', 'sec'][index]}:${id}\` leads to nothing that this edition prints`,
    ),
  )
})

test('a reference in an alternative text has the words of the printed number', () => {
  const { lines } = built(
    `<h1>T</h1><p>${ref('tbl:b')} ${ref('tbl:a')}</p><figure><img src="a.png" alt="{{plain text}}"></figure><placed>${table('a')}${table('b')}</placed>`,
    { text: prose('As @tbl:a.') },
  )
  assert.ok(lines.includes('figure a.png 1 "As Table 2."'), lines.join('\n'))
})

test('a section after one in two columns flows through these, in its place', () => {
  const flow = (heading: string) =>
    `<h1>T</h1><section class="two-columns">${heading}<section id="background"><h2>B</h2><p>b</p></section><placed>${section('law', '<p>l</p>', 'background')}</placed><section id="sources"><h2>S</h2><p>s</p></section></section><p>end</p>`
  assert.equal(orderOf(flow('')), ['T', 'B', 'b', 'On law', 'l', 'S', 's', 'end'])
  assert.equal(orderOf(flow('<h2>Columns</h2>')).slice(-3), ['On law', 'l', 'end'])
})

test('annexes are lettered beyond Z', () => {
  const annexes = Array.from(
    { length: 28 },
    (_, index) => `<section class="annex" id="annex:n${index}"><h2>x</h2><p>y</p></section>`,
  )
  const labels = orderOf(`<h1>T</h1><p>z</p>${annexes.join('')}`).filter(text => text.includes('Annex'))
  assert.equal(
    [labels[0], labels[25], labels[26], labels[27]],
    ['A', 'Z', 'AA', 'AB'].map(letter => `{annex|{number|Annex ${letter}.}} x`),
  )
})

test('ids that references cannot name, and two alike, are findings', () => {
  const messages = (html: string) => built(`<h1>T</h1>${html}`).messages
  assert.equal(messages(table('a') + table('a')), ['two elements have the id `tbl:a`'])
  assert.equal(messages('<table id="costs"><tr><td>1</td></tr></table>'), ['`costs` is no id of a `table`'])
  assert.equal(messages('<table id="box:a"><tr><td>1</td></tr></table>'), ['`box:a` is no id of a `table`'])
  assert.equal(messages('<aside class="box" id="box:a"><p>x</p></aside>'), [
    '`aside` has the id `box:a` and no heading',
  ])
  assert.equal(messages('<section after="x"><p>y</p></section>'), [
    'a section with `after` stands outside of `placed`',
  ])
  assert.equal(messages('<p><ref to="costs"></ref></p>'), ['`costs` is not a value of `to`'])
})

test.run()
