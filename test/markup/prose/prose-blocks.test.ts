import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { ProseText, Verbatim } from '../../../src/edition/index.js'
import { outlineDocument, renderHtml, renderTemplate } from '../../../src/markup/index.js'
import { BriefText, editionOf, libraryOf } from '../../support/edition.js'

const brief = new BriefText('background: x\nsources: [courier, order]')
const place = brief.place('background: x')

const long = (markdown: string, portion?: string) =>
  new ProseText(markdown, place, [], undefined, portion, 'long')
const sources = ['courier', 'order'].map(id => ({ id, title: new Verbatim(id, brief.place(id)) }))

/** The outline of a text that is printed below a heading, without its first lines and that heading. */
function printed(
  markdown: string | ProseText,
  template = '<h1>x</h1><section><h2>Y</h2>{{paragraphs text}}</section>',
  more: Readonly<Record<string, unknown>> = {},
): string[] {
  const findings = new Findings()
  const text = typeof markdown === 'string' ? long(markdown) : markdown
  const document = renderTemplate(
    editionOf({ template, data: { text, sources, ...more } }),
    libraryOf(),
    findings.report,
  )
  assert.equal(
    findings.all.map(({ code, message }) => `${code} ${message}`),
    [],
  )
  const lines = document ? outlineDocument(document).trimEnd().split('\n') : []
  return lines.slice(lines.findIndex(line => line.endsWith('Y')) + 1).map(line => line.replace(/^ {2}/, ''))
}

test('sub-headings stand below the heading of their section, and skip no level', () => {
  const levels = (markdown: string, template?: string) =>
    printed(markdown, template).flatMap(line => /^h(\d)/.exec(line.trim())?.[1] ?? [])
  for (const mark of ['#', '##', '###', '######']) assert.equal(levels(`${mark} One\n\ntext`), ['3'], mark)
  assert.equal(levels('## One\n\n### Two\n\n# Three\n\n#### Four\n\ntext'), ['3', '4', '3', '4'])
  assert.equal(levels('### One\n\n## Two\n\ntext'), ['3', '3'])
  const deep = '<h1>x</h1><section><h2>A</h2><section><h3>Y</h3>{{paragraphs text}}</section></section>'
  assert.equal(levels('## One\n\n### Two\n\ntext', deep), ['4', '4'])
  const after =
    '<h1>x</h1><section><h2>Y</h2><section><h3>A</h3><p>a</p></section>{{paragraphs text}}</section>'
  assert.equal(levels('## One\n\ntext', after), ['3', '3'])
})

test('a table has a head, and names of rows where its corner is empty', () => {
  assert.equal(printed('| Year | *Cost* |\n|---|---:|\n| 2024 | 2 \\| 3 |'), [
    'table.figures auto',
    '  row',
    '    cell column-header',
    '      paragraph: Year',
    '    cell column-header right',
    '      paragraph: *Cost*',
    '  row',
    '    cell',
    '      paragraph: 2024',
    '    cell right',
    '      paragraph: 2 | 3',
  ])
  const names = printed('| | Cost of the whole works |\n|---|---|\n| 2024 | 2 |').join('\n')
  assert.match(names, /cell row-header\n +paragraph: 2024/)
})

test('a block quotation has below it who said it, and what is cited in it or after it', () => {
  const below = (text: string) => printed(text).filter(line => line.startsWith('  by'))
  assert.equal(printed('> We *will*\n> wait.\n>\n> — Ines Vela, mayor'), [
    'quotation',
    '  paragraph: We *will* wait.',
    '  by Ines Vela, mayor',
  ])
  assert.equal(below('> We wait. [@courier, para. 4]\n> — Ines Vela [@order]\n\n[@courier]'), [
    '  by Ines Vela · [source 1, para. 4 first] · [source 2 first] · [source 1]',
  ])
  assert.equal(below('> We wait. [@courier; @order]'), ['  by [source 1 first] · [source 2 first]'])
  assert.equal(below('> We wait.\n\nIt waits [@courier; @order].'), [])
})

test('a note stands where it is called, and its text nowhere else', () => {
  assert.equal(
    printed(
      'It rose [^1], and fell[^b].\n\n[^b]: At night [@order].\n\n[^1]: Twice.\n\n    By *two* metres.',
    ),
    ['paragraph: It rose^(a: Twice. / By *two* metres.), and fell^(b: At night.^[1 first]).'],
  )
})

test('a picture is a figure with its alternative text and its title for a caption', () => {
  assert.equal(printed('![A *map* of it](img/map.png "Both [@courier; @order]")'), [
    'figure img/map.png 1 "A map of it" Both^[1 first]^,^[2 first]',
  ])
  assert.equal(printed('![A map](map.png)'), ['figure map.png 1 "A map"'])
})

test('a portion mark stands before each part of a text', () => {
  const text = long(
    'One[^1].\n\n## Two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> said\n\n![x](y.png)\n\n[^1]: three',
    '(S)',
  )
  assert.equal(
    printed(text).flatMap(line => line.match(/\S*\(S\)\u00a0?\w*/g) ?? []),
    ['(S)\u00a0One^(a:', '(S)\u00a0three', '(S)\u00a0Two', '(S)\u00a0a', '(S)\u00a0said', '(S)'].map(each =>
      each.replace('^(a:', ''),
    ),
  )
})

test('a text may run in, and have something after the words of its last paragraph', () => {
  const template =
    '<h1>x</h1><h2>Y</h2><ul><li><strong>A.</strong> {{paragraphs text run_in=true after="!"}}</li></ul>'
  const first = ['list', '-', '  paragraph: **A.** one']
  assert.equal(printed('one', template), first.with(2, '  paragraph: **A.** one!'))
  assert.equal(printed('one\n\n- two', template), [
    ...first.with(2, '  paragraph: **A.** one!'),
    '  list',
    '    -',
    '      paragraph: two',
  ])
  assert.equal(printed('one\n\ntwo', template), [...first, '  paragraph: two!'])
})

test('the words of a text are those of its blocks, without notes and the paths of pictures', () => {
  const text = long(
    'One[^1].\n\n## Two\n\n- three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> said\n> — Who\n\n![x](y.png)\n\n[^1]: no',
  )
  const edition = editionOf({ template: '<p>{{plain text}}</p>', data: { text } })
  assert.is(
    renderHtml(edition, libraryOf(), new Findings().report)?.replace(/<[^>]*>/g, ''),
    'One. Two three a b 1 2 said Who',
  )
})

test.run()
