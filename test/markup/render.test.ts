import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../src/diagnostics/index.js'
import { SourceCitation, SourceCitations } from '../../src/edition/index.js'
import { outlineDocument } from '../../src/markup/blocks/document-outline.js'
import { type Document, findNodes, renderTemplate } from '../../src/markup/index.js'
import { BriefText, editionOf, libraryOf, prose, verbatim } from '../support/edition.js'
import { banner } from '../support/markings.js'

type EditionOptions = Parameters<typeof editionOf>[0]

function documentOf(options: EditionOptions, partials: Record<string, string> = {}): Document {
  const findings = new Findings()
  const document = renderTemplate(editionOf(options), libraryOf(partials), findings.report)
  assert.equal(
    findings.all.map(({ code, message }) => `${code}: ${message}`),
    [],
  )
  if (!document) throw new Error('nothing was rendered')
  return document
}

/** The blocks of the outline, without the lines about the document. */
function blocksOf(options: EditionOptions, partials: Record<string, string> = {}): string {
  return outlineDocument(documentOf(options, partials))
    .split('\n')
    .filter(line => !/^(?:document|running|source) /.test(line))
    .join('\n')
    .trimEnd()
}

const cite = (...sources: (string | [string, string])[]) =>
  new SourceCitations(
    sources.map(source => {
      const [id, locator] = typeof source === 'string' ? [source] : source
      return new SourceCitation(id, locator, prose('cite').place)
    }),
  )
const sources = ['alpha', 'beta', 'gamma'].map(id => ({ id, title: verbatim(`On ${id}`) }))

test('prose prints its emphasis, links, escapes and citations', () => {
  const fact = prose('**Six** *groups* at [the order](https://example.org/o) \\*now\\* [@beta, para. 4].')
  assert.is(
    blocksOf({ template: '<p>{{fact}}</p>', data: { fact, sources } }),
    'paragraph: **Six** *groups* at [the order](https://example.org/o) *now*.^[¶4 first]',
  )
})

test('prose has lists, one within another and of several paragraphs', () => {
  const text = prose(
    'Two:\n\n1. One\n   - half\n   - half\n\n2. Two\n\n   More of **two**\n\n* Star\n+ Plus\n\n2024. The year',
  )
  assert.is(
    blocksOf({ template: '{{paragraphs text}}', data: { text } }),
    [
      'paragraph: Two:',
      'ordered list',
      '  -',
      '    paragraph: One',
      '    list',
      '      -',
      '        paragraph: half',
      '      -',
      '        paragraph: half',
      '  -',
      '    paragraph: Two',
      '    paragraph: More of **two**',
      'list',
      '  -',
      '    paragraph: Star',
      'list',
      '  -',
      '    paragraph: Plus',
      'paragraph: 2024. The year',
    ].join('\n'),
  )
})

test('two spaces at the end of a line break it, one does not', () => {
  const text = prose('One  \ntwo \nthree')
  assert.is(blocksOf({ template: '<p>{{text}}</p>', data: { text } }), 'paragraph: One / two three')
})

test('addresses are links wherever they stand, encoded once', () => {
  const hrefs = (text: string, template = '<p>{{text}}</p>', data = {}) =>
    findNodes(documentOf({ template, data: { text: prose(text), ...data } }).blocks, 'link').map(
      ({ href }) => href,
    )
  assert.equal(hrefs('See [it](https://weir.example/Málaga?q=ü#ß) and [b](https://bücher.example/a%20b)'), [
    'https://weir.example/M%C3%A1laga?q=%C3%BC#%C3%9F',
    'https://xn--bcher-kva.example/a%20b',
  ])
  assert.equal(hrefs('Ask ann@weir.example, (https://weir.example/a_(b)) or www.weir.example/Ü.'), [
    'mailto:ann@weir.example',
    'https://weir.example/a_(b)',
    'https://www.weir.example/%C3%9C',
  ])
  assert.equal(hrefs('**https://weir.example/_a_** <https://weir.example/b c> <mailto:ann@weir.example>'), [
    'https://weir.example/_a_',
    'mailto:ann@weir.example',
  ])
  assert.equal(hrefs('@ann, a@b, www.x, https://, https://ann:word@weir.example/, e.g.this, \\https://'), [])
  assert.equal(hrefs('x', '<p><a href="https://weir.example/é b">{{text}}</a></p>'), [
    'https://weir.example/%C3%A9%20b',
  ])
  const source = { id: 'delta', title: verbatim('On deltas'), url: verbatim('https://weir.example/Ω') }
  const list = '<p>{{text}}</p><source-list></source-list>'
  assert.equal(hrefs('x [@delta]', list, { sources: [source] }), ['https://weir.example/%CE%A9'])
})

test('an address in a text is printed as it is written', () => {
  assert.is(
    blocksOf({
      template: '<p>{{text}}</p>',
      data: { text: prose('At www.weir.example/%C3%A9, or a@weir.example') },
    }),
    'paragraph: At [www.weir.example/%C3%A9](https://www.weir.example/%C3%A9), or [a@weir.example](mailto:a@weir.example)',
  )
})

test('words before a citation are printed, and a source named twice in one place is named once', () => {
  const data = {
    sources,
    cite: new SourceCitations([
      new SourceCitation('alpha', undefined, prose('c').place, 'contra'),
      ...cite('beta', 'alpha', 'beta', ['beta', 'p. 4'], ['beta', 'p. 9'], ['beta', 'p. 4']).list,
    ]),
    text: prose(
      'Once [@beta; @alpha; @beta, {pp. ii, iv}, note] and again [@alpha{}, later; -@beta; see @beta]',
    ),
  }
  assert.is(
    blocksOf({ template: '<p>{{cite}}</p><p>{{text}}</p>', data }),
    [
      'paragraph: ^[contra 1 first]^; ^[2 p. 4, p. 9 first]^; ^[1]',
      'paragraph: Once^[2 pp. ii, iv, note]^; ^[1] and again^[1 later]^; ^[2]^; ^[see 2]',
    ].join('\n'),
  )
})

test('text of a brief never becomes markup', () => {
  const typed = '<script>alert(1)</script> {{title}} &amp; "quoted" `code` ![x] <b>no</b> \u202Bعربي\u202C 🦀'
  const data = { fact: prose(typed), name: verbatim(`**${typed}**`) }
  assert.is(
    blocksOf({ template: '<p>{{fact}}</p><p>{{name}}</p>', data }),
    `paragraph: ${typed}\nparagraph: **${typed}**`,
  )
})

test('sources are numbered by first reference, and adjacent references are separated', () => {
  const data = { fact: prose('One [@gamma]'), cite: cite('gamma', 'alpha', ['beta', 'p. 2']), sources }
  assert.is(
    blocksOf({ template: '<p>{{fact}}{{cite}}</p><p>{{cite}}</p><source-list></source-list>', data }),
    [
      'paragraph: One^[1 first]^,^[2 first]^; ^[3 p. 2 first]',
      'paragraph: ^[1]^,^[2]^; ^[3 p. 2]',
      'sources',
      '  1 *On gamma*.',
      '  2 *On alpha*.',
      '  3 *On beta*.',
    ].join('\n'),
  )
})

test('the paragraph is named by its sign, in whatever language the author named it', () => {
  const locators = ['para. 4', 'paras. 5–6', 'párr. 7', 'Abs. 8', 'p. 9', 'parallel text']
  const data = { cite: cite(...locators.map((locator): [string, string] => ['alpha', locator])), sources }
  assert.is(
    blocksOf({ template: '<p>{{cite}}</p>', data }),
    'paragraph: ^[¶4, 5–6, 7, 8, p. 9, parallel text first]',
  )
})

test('an audience without locators sees numbers alone, and none twice in a row', () => {
  const edition = editionOf({
    template: '<p>{{cite}}</p>',
    data: { cite: cite(['beta', 'p. 1'], ['beta', 'p. 2'], 'alpha'), sources },
  })
  const audience = { ...edition.audience, citations: 'numbers' as const }
  const document = renderTemplate({ ...edition, audience }, libraryOf(), new Findings().report)
  assert.match(document ? outlineDocument(document) : '', /^paragraph: \^\[1 first\]\^,\^\[2 first\]$/m)
})

test('a citation of a source that the edition may not show leaves no trace', () => {
  const data = {
    fact: prose('Told [@secret] to us [@secret; @alpha].'),
    cite: cite('secret'),
    sources: sources.slice(0, 1),
  }
  assert.is(
    blocksOf({ template: '<p>{{fact}}{{cite}}</p><p><source-ref to="secret"></source-ref></p>', data }),
    'paragraph: Told to us.^[1 first]',
  )
})

test('a section whose field is empty, or in which only headings are left, is left out', () => {
  const template = `
    {{#section "gaps"}}<p>{{label "risk"}}</p>{{/section}}
    <section><h1>Empty</h1><p>{{gaps}}</p><ul>{{#each watch}}<li>{{indicator}}</li>{{/each}}</ul></section>
    {{#section "sources"}}<source-list></source-list>{{/section}}
    <h1>Left</h1>`
  assert.is(blocksOf({ template, data: { gaps: '', watch: [], sources } }), 'h1 #left: Left')
})

test('a section takes its heading from the audience, then from the default', () => {
  const template =
    '<h1>T</h1>{{#section "stakes"}}<p>x</p>{{/section}}{{#section "gaps"}}<p>y</p>{{/section}}'
  const data = { stakes: ['x'], gaps: ['y'] }
  assert.match(blocksOf({ template, data, audience: 'public' }), /h2 #stakes: Why it matters/)
  assert.match(blocksOf({ template, data, audience: 'analyst' }), /h2 #stakes: Stakes and risks/)
  assert.match(blocksOf({ template, data, audience: 'mine' }), /h2 #gaps: What is not known/)
  assert.match(
    blocksOf({ template, data, audience: 'public', lang: 'es' }),
    /h2 #stakes: Por qué es importante/,
  )
})

test('paragraphs are separated by empty lines, and lines with dashes are a list', () => {
  const background = prose('First\nline.\n\nSecond:\n- one\n  more\n- *two*\n\nThird.')
  assert.is(
    blocksOf({ template: '{{paragraphs background class="lead"}}', data: { background } }),
    [
      'paragraph.lead: First line.',
      'paragraph.lead: Second:',
      'list',
      '  -',
      '    paragraph: one more',
      '  -',
      '    paragraph: *two*',
      'paragraph.lead: Third.',
    ].join('\n'),
  )
})

test('a quotation keeps its words, and refers to its source', () => {
  const quote = {
    text: verbatim('We *will* not -- "ever" & on'),
    speaker: { name: verbatim('A. Vela') },
    source: { id: 'alpha' },
    proof: { paragraph: 3 },
  }
  const template = `{{#each quotes}}<blockquote lang="es"><p>{{quoted text}}</p>
    <cite><span class="name">{{speaker.name}}</span>, {{reference this}}</cite></blockquote>{{/each}}`
  assert.is(
    blocksOf({ template, data: { quotes: [quote], sources } }),
    'quotation [es]\n  paragraph: “We *will* not -- "ever" & on”\n  by {name|A. Vela}, [para. 3 first]',
  )
})

test('tables, definitions, columns and pictures are built', () => {
  const template = `
    <table class="grid" widths="2 1"><caption>Who</caption>
      <thead><tr><th scope="col">A</th><th>B</th></tr></thead>
      <tbody><tr><th scope="row">x</th><td></td></tr><tr><td colspan="2"><p>y</p><ul><li>z</li></ul></td></tr></tbody>
    </table>
    <dl class="rail"><dt>1 May</dt><dd>It began</dd><dt></dt><dd></dd></dl>
    <columns widths="1 2"><column><p>l</p></column><column><p>r</p></column></columns>
    <figure><img src="map.png" alt="A map" width="60%"><figcaption>Map</figcaption></figure>
    <hr><contents></contents>`
  assert.is(
    blocksOf({ template }),
    [
      'table.grid 2:1 Who',
      '  row',
      '    cell column-header',
      '      paragraph: A',
      '    cell column-header',
      '      paragraph: B',
      '  row',
      '    cell row-header',
      '      paragraph: x',
      '    cell',
      '  row',
      '    cell span 2',
      '      paragraph: y',
      '      list',
      '        -',
      '          paragraph: z',
      'definitions.rail',
      '  = 1 May',
      '    paragraph: It began',
      'columns 1:2',
      '  column',
      '    paragraph: l',
      '  column',
      '    paragraph: r',
      'figure map.png 0.6 "A map" Map',
      'rule',
      'contents',
    ].join('\n'),
  )
})

test('heading ids are unique, and those of sections where a section has one', () => {
  const template =
    '<h1>Año: 1</h1><section id="why"><h2>So what</h2><h2>So what</h2><p>y</p></section><h2>So what</h2><p><a href="#why">x</a></p>'
  assert.is(
    blocksOf({ template }),
    'h1 #año-1: Año: 1\nsection #why\n  h2 #why: So what\n  h2 #so-what: So what\n  paragraph: y\nh2 #so-what-2: So what\nparagraph: [x](#why)',
  )
})

test('places lead to the brief for its text and to the template, or partial, for its own', () => {
  const brief = new BriefText('key_facts:\n  - The port *closed*.\nname: Port of Hale\n')
  const data = { fact: brief.prose('The port *closed*.'), name: brief.verbatim('Port of Hale') }
  const template = '<p>Own words</p>\n{{> part}}\n<p>{{label "risk"}}: {{name}}</p>'
  const { blocks } = documentOf({ template, data }, { part: '<p>\n  {{fact}}\n</p>\n<hr>' })
  const seen = blocks.map(({ place }) => `${place.file.path}:${place.file.position(place.range.start).line}`)
  assert.equal(seen, [
    'templates/test.hbs:4',
    'briefs/affair.yaml:2',
    'templates/partials/part.hbs:4',
    'briefs/affair.yaml:3',
  ])
  const last = blocks.at(-1)
  if (last?.kind !== 'paragraph') throw new Error('no paragraph')
  const where = last.children.map(
    ({ place }) => `${place.file.path}:${place.file.position(place.range.start).column}`,
  )
  assert.equal(where, ['templates/test.hbs:4', 'briefs/affair.yaml:7'])
})

test('what is printed around text of the brief comes from the template', () => {
  const brief = new BriefText('text: We dig')
  const { blocks } = documentOf({
    template: '<p>{{quoted text}}</p>',
    data: { text: brief.verbatim('We dig') },
  })
  const [block] = blocks
  if (block?.kind !== 'paragraph') throw new Error('no paragraph')
  assert.equal(
    block.children.map(({ place }) => place.file.path),
    ['templates/test.hbs', 'briefs/affair.yaml', 'templates/test.hbs'],
  )
})

test('the document says what it is, for whom, and how it is marked', () => {
  const brief = new BriefText('- name: A. Vela\n- name: B. Ros\n- The *new* crossing\n- Who pays?')
  const data = {
    title: brief.prose('The *new* crossing'),
    issue: brief.prose('Who pays?'),
    organisation: 'Office of Works',
    authors: ['C. Sand'],
    status: 'draft',
    as_of: '2025-02-01',
    embargo_until: '2025-02-03T09:00Z',
    actors: [{ name: brief.verbatim('A. Vela') }, { name: brief.verbatim('B. Ros') }],
  }
  const template = '<p>{{#each (first actors 1)}}{{name}}{{/each}}</p>'
  const markings = [
    { marking: 'TLP:AMBER', place: brief.place('name: A. Vela') },
    { marking: 'TLP:RED', place: brief.place('name: B. Ros') },
  ]
  const { blocks: _, ...rest } = documentOf({ template, data, markings, classification: 'TLP:GREEN' })
  assert.equal(rest, {
    lang: 'en',
    title: 'The new crossing',
    authors: ['C. Sand'],
    subject: 'Who pays?',
    keywords: ['A. Vela', 'Office of Works'],
    banners: banner('TLP:AMBER'),
    running: {
      organisation: 'Office of Works',
      audience: 'Decision memo',
      title: 'The new crossing',
      page_of: 'Page {page} of {pages}',
      notes: ['Draft', 'As of 1 February 2025', 'Embargoed until 3 February 2025, 09:00 UTC'],
    },
    sources: [],
    overlay: ['Draft', 'Embargoed until 3 February 2025, 09:00 UTC'],
    aids: {
      skip_to_text: 'Skip to the text',
      contents: 'Contents',
      notes: 'Notes',
      note_in_text: 'note {label} in the text',
      table: 'Table',
    },
  })
})

test('each cited source has an entry in few words: author, title and date', () => {
  const known = [
    {
      id: 'report',
      title: verbatim('On piers'),
      author: ['A. Vela', 'B. Ros'],
      issued: '2025-03-04',
      url: 'https://a.example',
    },
    { id: 'article', title: verbatim('Two bids'), container_title: 'The Courier' },
  ]
  const shorts = (lang: string) =>
    documentOf({
      template: '<p>x{{cite}}</p>',
      data: { cite: cite('article', 'report'), sources: known },
      lang,
    }).sources
  assert.equal(shorts('en'), [
    { number: 1, id: 'article', short: '“Two bids”' },
    { number: 2, id: 'report', short: 'A. Vela, B. Ros, On piers, 4 Mar 2025' },
  ])
  assert.is(shorts('de')[0]?.short, '„Two bids“')
})

test('a quotation in prose that nothing proves is marked', () => {
  const fact = prose('He said “never again”\u0003, twice.')
  assert.is(
    blocksOf({ template: '<p>{{fact}}</p>', data: { fact } }),
    'paragraph: He said “never again” {unverified|not verified}, twice.',
  )
})

test('white space collapses across elements, and is trimmed at both ends', () => {
  const template = '<p>\n  a <strong> b </strong>\n c&nbsp;d <em>e </em>\n</p>'
  assert.is(blocksOf({ template }), 'paragraph: a **b **c\u00a0d *e*')
})

test('the audience has its title in the language of the edition', () => {
  const template = '<p>{{audience.title}}</p>'
  assert.is(blocksOf({ template, lang: 'de' }), 'paragraph: Entscheidungsvorlage')
  assert.is(blocksOf({ template, lang: 'fr-CA' }), 'paragraph: Note de décision')
})

test.run()
