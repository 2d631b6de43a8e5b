import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CODES, Findings, SourceFile } from '../../src/diagnostics/index.js'
import { ProseText } from '../../src/edition/index.js'
import { checkAudienceTemplate, parseLocale, renderTemplate } from '../../src/markup/index.js'
import { BriefText, editionOf, libraryOf, locales, prose } from '../support/edition.js'

/** Templates begin at line 4, after their front matter. */
function findingsOf(
  template: string,
  data: Record<string, unknown> = {},
  partials: Record<string, string> = {},
  lang = 'en',
): string[] {
  const findings = new Findings()
  const document = renderTemplate(editionOf({ template, data, lang }), libraryOf(partials), findings.report)
  assert.is(document === undefined, findings.failed)
  return findings.all.map(said)
}

const seen = new Set<string>()

function said({ code, place }: Findings['all'][number]): string {
  seen.add(code)
  const { line, column } = place.file.position(place.range.start)
  return `${place.file.path}:${line}:${column} ${code}`
}

const T = 'templates/test.hbs'
const P = 'templates/partials/part.hbs'

test('syntax errors are reported at their line', () => {
  assert.equal(findingsOf('<p>x</p>\n  {{#if a}}\n<p>'), [`${T}:6:1 template-syntax`])
  assert.equal(findingsOf('<p>x</p>\n  {{#if a}}{{/each}}'), [`${T}:5:6 template-syntax`])
  assert.equal(findingsOf('<p>x</p>\n  {{a}}}'), [`${T}:5:3 template-syntax`])
  assert.equal(findingsOf('{{> part}}', {}, { part: 'x\n{{#each a}}' }), [`${P}:2:1 template-syntax`])
  assert.equal(
    findingsOf('{{#> part}}x{{/part}}\n{{#*inline "x"}}{{/inline}}\n{{> part a b}}', {}, { part: '' }),
    [`${T}:4:1 template-syntax`, `${T}:5:1 template-syntax`, `${T}:6:1 template-syntax`],
  )
})

test('a template that is nested without end is a syntax error, however it is nested', () => {
  const nested = (open: string, close: string, depth: number) =>
    findingsOf(`<p>x</p>\n${open.repeat(depth)}${close.repeat(depth)}`)
  const beyond = [`${T}:5:${100 * '{{#if a}}'.length + 1} template-syntax`]
  for (const depth of [101, 20_000]) assert.equal(nested('{{#if a}}', '{{/if}}', depth), beyond)
  assert.equal(nested('{{#if a}}', '{{/if}}', 100), [])
  const expression = (depth: number) => `{{#if ${'(or '.repeat(depth)}a${')'.repeat(depth)}}}{{/if}}`
  assert.equal(findingsOf(expression(20_000)), [`${T}:4:1 template-syntax`])
  assert.equal(findingsOf(expression(100)), [])
  const branches = (count: number) =>
    `{{#if a}}<p>x</p>${'{{else if b}}<p>y</p>'.repeat(count)}{{else}}<p>z</p>{{/if}}`
  assert.is(findingsOf(branches(20_000)).length, 1)
  assert.equal(findingsOf(branches(50).repeat(3)), [])
})

test('a template that prints more and more is stopped where it does', () => {
  const [open, close] = ['{{#with (join (list this this))}}', '{{/with}}']
  const doubled = `<p>x</p>\n{{#with "abcdefgh"}}${open.repeat(60)}${close.repeat(61)}`
  assert.match(findingsOf(doubled).join('\n'), /^templates\/test.hbs:5:\d+ template-budget$/)
})

test('helpers and partials that do not exist are found before anything runs', () => {
  const template =
    '{{#if never}}\n{{lable "x"}}\n{{> prat}}\n{{/if}}\n{{#quotes}}{{/quotes}}\n{{#if (any (wheer a "b"))}}{{/if}}'
  assert.equal(findingsOf(`${template}\n{{> part}}`, {}, { part: '\n {{nope 1}}' }), [
    `${T}:5:1 unknown-helper`,
    `${T}:8:1 unknown-helper`,
    `${T}:9:12 unknown-helper`,
    `${T}:6:1 unknown-partial`,
    `${P}:2:2 unknown-helper`,
  ])
})

test('near misses are suggested', () => {
  const hintsOf = (template: string) => {
    const findings = new Findings()
    renderTemplate(editionOf({ template }), libraryOf({ masthead: '' }), findings.report)
    return findings.all.flatMap(finding => finding.hints)
  }
  assert.equal(hintsOf('{{> masthaed}}'), ['did you mean `masthead`?'])
  assert.equal(hintsOf('<p>{{lable "risk"}}</p>'), ['did you mean `label`?'])
  assert.equal(hintsOf('<p class="leed">x</p>'), ['did you mean `lead`?'])
  assert.equal(hintsOf('<p>{{label "botom_line"}}</p>'), ['did you mean `bottom_line`?'])
})

test('arguments that a helper does not take are found', () => {
  assert.equal(findingsOf('{{date}}{{date a b}}\n{{date a syle="short"}}\n{{#if}}{{/if}}'), [
    `${T}:4:9 invalid-argument`,
    `${T}:5:1 invalid-argument`,
    `${T}:6:1 invalid-argument`,
  ])
})

test('values are never printed raw', () => {
  assert.equal(findingsOf('<p>{{{a}}}</p>\n<p>{{&a}}</p>'), [`${T}:4:4 raw-markup`, `${T}:5:4 raw-markup`])
})

test('what fails while it runs is found at its mustache, once for all items', () => {
  const data = { list: [{}, {}], group: { a: 1 }, day: '2025-01-20', text: prose('x') }
  assert.equal(findingsOf('{{#each list}}\n<p>{{../list}}</p>\n{{/each}}\n<p>{{group}}</p>', data), [
    `${T}:5:4 template-failed`,
    `${T}:7:4 template-failed`,
  ])
  assert.equal(
    findingsOf('<p>{{date day style="tiny"}}{{label "as_of"}}</p>\n{{#each text}}{{/each}}', data),
    [`${T}:4:4 template-failed`, `${T}:4:29 template-failed`, `${T}:5:1 template-failed`],
  )
  assert.equal(findingsOf('{{> part}}', data, { part: '<p>{{count day}}</p>' }), [`${P}:1:4 template-failed`])
})

test('a partial that prints itself is found', () => {
  assert.equal(findingsOf('{{> part}}', {}, { part: '\n{{> other}}', other: '{{#if a}}{{> part}}{{/if}}' }), [
    'templates/partials/other.hbs:1:10 template-failed',
  ])
})

test('only the closed HTML is printed', () => {
  assert.equal(
    findingsOf('<div>\n<p>x</p></div>\n<p onclick="x" class="big">y</p>\n<script>z</script><!DOCTYPE html>'),
    [
      `${T}:4:1 unknown-element`,
      `${T}:6:4 unknown-attribute`,
      `${T}:6:23 unknown-class`,
      `${T}:7:1 unknown-element`,
      `${T}:7:20 unknown-element`,
    ],
  )
})

test('white space that Handlebars strips does not move places', () => {
  const template =
    '  {{#if a}}\n<div></div>\n{{~else}}\n{{/if}}\n\n{{! note }}\n <nav></nav>\\{{a}}<dir></dir>'
  assert.equal(findingsOf(template, { a: 1 }), [
    `${T}:5:1 unknown-element`,
    `${T}:10:2 unknown-element`,
    `${T}:10:19 unknown-element`,
    `${T}:10:14 misplaced-element`,
  ])
})

test('values of attributes are checked', () => {
  const template = `<table widths="1 x"><tr><td colspan="0">a</td><th scope="up">b</th></tr></table>
<figure><img src="" alt="A" width="2"></figure>
<columns widths="1"><column><p>x</p></column><column><p>y</p></column></columns>
<p><a href="#nowhere">x</a></p>
<p class=lead>x</p>`
  assert.equal(findingsOf(template).sort(), [
    `${T}:4:16 invalid-attribute`,
    `${T}:4:38 invalid-attribute`,
    `${T}:4:58 invalid-attribute`,
    `${T}:5:19 invalid-attribute`,
    `${T}:5:36 invalid-attribute`,
    `${T}:6:18 invalid-attribute`,
    `${T}:7:13 invalid-attribute`,
    `${T}:8:4 invalid-attribute`,
  ])
})

test('markup in an attribute is found', () => {
  const data = { title: prose('**x**') }
  assert.equal(findingsOf('<figure><img src="a.png" alt="{{title}}"></figure>', data), [
    `${T}:4:26 invalid-attribute`,
  ])
})

test('elements are allowed only where they have a meaning', () => {
  const misplaced = (template: string) => findingsOf(template).map(finding => finding.replace(`${T}:`, ''))
  assert.equal(misplaced('text\n<strong>x</strong>'), ['4:1 misplaced-element', '5:1 misplaced-element'])
  assert.equal(misplaced('<p>a<ul><li>b</li></ul></p>'), ['4:5 misplaced-element'])
  assert.equal(misplaced('<section>\n\n  stray &amp; lost\n</section>'), ['6:3 misplaced-element'])
  assert.equal(misplaced('<li>x</li>'), ['4:1 misplaced-element'])
  assert.equal(misplaced('<ul>x<p>y</p></ul>'), ['4:5 misplaced-element', '4:6 misplaced-element'])
  assert.equal(misplaced('<dl><dd>x</dd></dl>'), ['4:5 misplaced-element'])
  assert.equal(misplaced('<blockquote><p>x</p><cite>a</cite>\n<cite>b</cite></blockquote>'), [
    '5:1 misplaced-element',
  ])
  assert.equal(misplaced('<figure><figcaption>x</figcaption></figure>'), ['4:1 misplaced-element'])
  assert.equal(misplaced('<h1>a</h1>\n<h3>b</h3>'), ['5:1 misplaced-element'])
  assert.equal(misplaced('<section after="x"><p>y</p></section>'), ['4:17 misplaced-element'])
  assert.equal(misplaced('<h2>a</h2>'), ['4:1 misplaced-element'])
  assert.equal(misplaced('<table><tr><td>a</td></tr>\n<tr><td>a</td><td>b</td></tr></table>'), [
    '4:8 misplaced-element',
  ])
})

test('spans of rows are found where they stand, too long or over one another', () => {
  const template = `<table>
<tr><td>a</td><td rowspan="3">b</td></tr>
<tr><td rowspan="x">c</td></tr>
</table>
<table>
<tr><td>a</td><td rowspan="2">b</td><td>c</td></tr>
<tr><td colspan="2">d</td><td>e</td></tr>
</table>`
  assert.equal(findingsOf(template), [
    `${T}:5:28 invalid-attribute`,
    `${T}:6:18 invalid-attribute`,
    `${T}:10:18 invalid-attribute`,
  ])
})

test('a note stands where its call can be found, and holds nothing but a line', () => {
  const note = '<note>x</note>'
  for (const [template, column] of [
    [`<h1>A${note}</h1>`, 6],
    [`<table><caption>A${note}</caption><tr><td>b</td></tr></table>`, 18],
    [`<table><thead><tr><th><p>A${note}</p></th></tr></thead><tr><td>b</td></tr></table>`, 27],
    [`<figure><img src="a.png" alt="A"><figcaption>A${note}</figcaption></figure>`, 47],
    [`<p>A<a href="https://example.org">b${note}</a></p>`, 36],
    [`<p>A<sup>b<em>c${note}</em></sup></p>`, 16],
    [`<p>A<note>b${note}</note></p>`, 12],
    ['<p>A<note><p>b</p></note></p>', 11],
    [note, 1],
  ] as const)
    assert.equal(findingsOf(template), [`${T}:4:${column} misplaced-element`], template)
})

test('a section of pages of its own stands at the top of the document', () => {
  const inside = (before: string, after: string) =>
    findingsOf(`${before}\n<section class="landscape"><p>x</p></section>\n${after}`)
  assert.equal(inside('', ''), [])
  for (const [before, after] of [
    ['<section>', '</section>'],
    ['<section class="two-columns">', '</section>'],
    ['<section class="portrait">', '</section>'],
    ['<aside>', '</aside>'],
    ['<header>', '</header>'],
    ['<columns><column>', '</column></columns>'],
    ['<ul><li>', '</li></ul>'],
    ['<table><tr><td>', '</td></tr></table>'],
    ['<blockquote>', '</blockquote>'],
  ] as const)
    assert.equal(inside(before, after), [`${T}:5:17 misplaced-element`], before)
})

test('annexes stand at the end of the document, and in nothing', () => {
  const annex = '<section class="annex"><p>x</p></section>'
  assert.equal(findingsOf(`<p>x</p>\n${annex}${annex}`), [])
  assert.equal(findingsOf(`<section>${annex}</section>`), [`${T}:4:26 misplaced-element`])
  for (const last of ['<p>y</p>', '<section class="landscape"><p>y</p></section>', '<page-break>'])
    assert.equal(findingsOf(`${annex}\n${last}`), [`${T}:5:1 misplaced-element`], last)
})

test('a page begins between blocks that follow one another', () => {
  const inside = (before: string, after: string) => findingsOf(`${before}<p>x</p>\n<page-break>${after}`)
  for (const [before, after] of [
    ['', ''],
    ['<section><section>', '</section></section>'],
    ['<section class="landscape">', '</section>'],
    ['<section class="annex">', '</section>'],
  ] as const)
    assert.equal(inside(before, after), [], before)
  for (const [before, after] of [
    ['<section class="box">', '</section>'],
    ['<section class="two-columns"><section>', '</section></section>'],
    ['<aside>', '</aside>'],
    ['<header>', '</header>'],
    ['<columns><column>', '</column></columns>'],
    ['<ul><li>', '</li></ul>'],
    ['<dl><dt>a</dt><dd>', '</dd></dl>'],
    ['<table><tr><td>', '</td></tr></table>'],
    ['<blockquote>', '</blockquote>'],
  ] as const)
    assert.equal(inside(before, after), [`${T}:5:1 misplaced-element`], before)
})

test('text of a brief cannot name an element', () => {
  const brief = new BriefText('tag: strong')
  assert.equal(findingsOf('<p><{{tag}}>x</strong></p>', { tag: brief.verbatim('strong') }), [
    'briefs/affair.yaml:1:6 misplaced-element',
  ])
})

test('elements are closed in order', () => {
  assert.equal(findingsOf('<section><p>x</section>\n</p>\n<ul><li>y'), [
    `${T}:4:10 unclosed-element`,
    `${T}:5:1 unclosed-element`,
    `${T}:6:1 unclosed-element`,
    `${T}:6:5 unclosed-element`,
  ])
})

test('pictures have an alternative text', () => {
  assert.equal(findingsOf('<figure><img src="a.png"></figure>\n<figure><img src="a.png" alt=" "></figure>'), [
    `${T}:4:9 missing-alt`,
    `${T}:5:31 missing-alt`,
  ])
})

test('links of the brief and of the template lead to the web or to mail', () => {
  const brief = new BriefText('title: x\nfact: see [x](javascript:alert)\nurl: file:///etc')
  const data = { fact: brief.prose('see [x](javascript:alert)'), url: brief.verbatim('file:///etc') }
  assert.equal(findingsOf('<p>{{fact}}</p>\n<p><a href="{{url}}">x</a><a href="ftp://x">y</a></p>', data), [
    'briefs/affair.yaml:2:7 unsafe-link',
    'briefs/affair.yaml:3:6 unsafe-link',
    `${T}:5:36 unsafe-link`,
  ])
})

test('blocks that a template prints in a line are found at its line', () => {
  const background = new BriefText('background: x').prose('background: x')
  const text = (markdown: string) =>
    new ProseText(markdown, background.place, [], undefined, undefined, 'long')
  for (const markdown of [
    '- one\n- two',
    '## Costs',
    '> We were warned.',
    '| a |\n|---|\n| 1 |',
    '![A map](a.png)',
  ])
    assert.equal(
      findingsOf('<h1>x</h1>\n<p>{{background}}</p>{{paragraphs background}}', {
        background: text(markdown),
      }),
      [`${T}:5:4 blocks-in-line`],
      markdown,
    )
  for (const markdown of ['One.\n\nTwo.', 'A note[^1].\n\n[^1]: Its text.'])
    assert.equal(findingsOf('<p>{{background}}</p>', { background: text(markdown) }), [], markdown)
})

test('labels, headings and words that the locale lacks are found', () => {
  const template =
    '<h1>x</h1>\n<p>{{label "nope"}}</p>\n{{#section "odd"}}<p>x</p>{{/section}}\n<p>{{scale 9 "impact"}}</p>'
  assert.equal(findingsOf(template, { odd: 'x' }), [
    `${T}:5:4 unknown-label`,
    `${T}:6:1 unknown-label`,
    `${T}:7:4 unknown-label`,
  ])
})

test('a language without a locale is a warning, and prints in English', () => {
  const brief = new BriefText('lang: xx')
  const findings = new Findings()
  const edition = editionOf({ template: '<p>{{label "risk"}}</p>', lang: 'xx' })
  const document = renderTemplate({ ...edition, langPlace: brief.place('xx') }, libraryOf(), findings.report)
  assert.is(document?.lang, 'xx')
  assert.equal(findings.all.map(said), ['briefs/affair.yaml:1:7 unknown-locale'])
})

test('a text without a wording in the language of its edition is a warning at its field', () => {
  const brief = new BriefText('issue: Now?')
  const untranslated = { lang: 'en', wanted: 'es', field: 'issue', place: brief.place('issue') }
  const issue = new ProseText('Now?', brief.place('Now?'), [], untranslated)
  const findings = new Findings()
  const edition = editionOf({ template: '<p>{{issue}}</p>', lang: 'es', data: { issue } })
  assert.ok(renderTemplate(edition, libraryOf(), findings.report))
  assert.equal(findings.all.map(said), ['briefs/affair.yaml:1:1 wording-missing'])
})

test('a locale file is checked at its own lines', () => {
  const findingsIn = (text: string) => {
    const findings = new Findings()
    parseLocale(new SourceFile('templates/locales/xx.yaml', text), findings.report)
    return findings.all.map(said)
  }
  const L = 'templates/locales/xx.yaml'
  assert.equal(findingsIn('lang: xx\nlables: {}\n'), [`${L}:2:1 locale-invalid`])
  assert.equal(findingsIn('lang: xx\nlabels:\n  a: [b]\n'), [`${L}:3:6 locale-invalid`])
  assert.equal(findingsIn('labels: {}\n'), [`${L}:1:1 locale-invalid`])
  assert.equal(findingsIn('lang: xx\nlabels: {\n'), [`${L}:2:9 locale-invalid`])
  assert.equal(findingsIn('lang: xx\nquotation_marks: { open: x }\n'), [`${L}:2:20 locale-invalid`])
})

test('words of a locale are compared with English and with what templates print', () => {
  const findings = new Findings()
  const english = locales.get('en')?.data
  const text = 'lang: xx\nlabels: { seal: x, risk: Risk }\n'
  const used = { labels: new Map(), sections: new Set<string>(), scales: new Set<string>(), isOpen: false }
  const grounds = english && { english, general: undefined, used, audiences: ['press'] }
  assert.ok(parseLocale(new SourceFile('templates/locales/xx.yaml', text), findings.report, grounds))
  assert.equal(findings.all.map(said), [
    'templates/locales/xx.yaml:2:11 unused-words',
    'templates/locales/xx.yaml:1:7 locale-incomplete',
  ])
})

test('without English there is nothing to fall back on', () => {
  const findings = new Findings()
  const library = { partials: new Map(), locales: new Map([...locales].filter(([lang]) => lang === 'de')) }
  assert.is(renderTemplate(editionOf({ template: '', lang: 'xx' }), library, findings.report), undefined)
  assert.equal(findings.all.map(said), [`${T}:4:1 unknown-locale`, `${T}:4:1 locale-invalid`])
})

test('what no brief and no row has is found before anything runs', () => {
  const file = new SourceFile(T, '{{#section "gaps"}}{{nope}}{{/section}}{{recipient.name}}')
  const found = (recipients: 'none' | 'unknown') =>
    checkAudienceTemplate(
      { audience: 'test', file, bodyStart: 0, sections: [] },
      { library: libraryOf(), lang: 'en', templates: [], recipients },
    ).map(said)
  assert.equal(found('unknown'), [
    `${T}:1:22 unknown-field`,
    `${T}:1:12 sections-differ`,
    `${T}:1:42 recipient-unguarded`,
  ])
  assert.is(found('none').at(-1), `${T}:1:42 recipient-absent`)
})

test('a reference to what is not printed is said where it stands', () => {
  assert.equal(findingsOf('<h1>a</h1>\n<p><ref to="tbl:x"></ref></p>'), [`${T}:5:4 reference-not-printed`])
})

test('languages beside each other that are divided otherwise are said where the shorter one ends', () => {
  const html = (fr: string) =>
    `<h1>a</h1>\n<parallel><column lang="en"><p>a</p><p>b</p></column><column lang="fr">${fr}</column></parallel>`
  assert.equal(findingsOf(html('<p>a</p><p>b</p>')), [])
  assert.equal(findingsOf(html('<p>a</p>')), [`${T}:5:72 wordings-uneven`])
})

/** By whole builds: `test/e2e` and `check-length.test.ts`. */
const PROVOKED_BY_BUILDS = new Set(['field-unprinted', 'box-too-long', 'chart-without-table', 'chart-labels'])

test('every code of this stage is provoked', () => {
  const codes = Object.keys(CODES)
  const stage = codes.slice(codes.indexOf('template-syntax'), codes.indexOf('theme-invalid'))
  assert.equal(
    stage.filter(code => !seen.has(code) && !PROVOKED_BY_BUILDS.has(code)),
    [],
  )
})

test.run()
