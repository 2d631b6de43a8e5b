import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import {
  type CitationStyle,
  type FieldPlace,
  SourceCitation,
  SourceCitations,
} from '../../../src/edition/index.js'
import { outlineDocument } from '../../../src/markup/blocks/document-outline.js'
import { type Document, findNodes, renderTemplate } from '../../../src/markup/index.js'
import { editionOf, libraryOf, prose, verbatim } from '../../support/edition.js'

const SOURCES = ['a', 'b', 'c'].map(id => ({ id, title: verbatim(`On ${id}`) }))

interface Wish {
  readonly lang?: string
  readonly style?: CitationStyle
  readonly data?: object
}

function documentOf(template: string, { lang = 'en', style = 'dense', data = {} }: Wish): Document {
  const findings = new Findings()
  const edition = editionOf({ template, lang, data: { sources: SOURCES, ...data } })
  const audience = { ...edition.audience, citations: style }
  const document = renderTemplate({ ...edition, audience }, libraryOf(), findings.report)
  assert.equal(
    findings.all.map(({ message }) => message),
    [],
  )
  if (!document) throw new Error('nothing was rendered')
  return document
}

/** A paragraph of a document that cites three sources, so that they have numbers: those of `a`, `b`, `c` are 1, 2, 3. */
function paragraph(markdown: string, wish: Wish = {}, template = '<p>{{text}}{{cite}}</p>'): string {
  const first =
    '<p><source-ref to="a"></source-ref><source-ref to="b"></source-ref><source-ref to="c"></source-ref></p>'
  const document = documentOf(`${first}${template}`, {
    ...wish,
    data: { text: prose(markdown), ...wish.data },
  })
  return (
    outlineOf(document)
      .split('\n')[1]
      ?.replace(/^paragraph: /, '') ?? ''
  )
}

const outlineOf = (document: Document): string =>
  outlineDocument(document)
    .split('\n')
    .filter(line => !/^(?:document|running|source) /.test(line))
    .join('\n')
    .trimEnd()

const cite = (source: string, locator?: string) =>
  new SourceCitations([new SourceCitation(source, locator, prose(source).place)])

const AFTER = ['en', 'de', 'es']

for (const lang of AFTER)
  test(`raised references stand after a stop, wherever the citation was written: ${lang}`, () => {
    const on = (text: string, data = {}) => paragraph(text, { lang, data })
    assert.is(on('It rose [@a, para. 4].'), 'It rose.^[1 ¶4]')
    assert.is(on('It rose.', { cite: cite('a', 'para. 4') }), 'It rose.^[1 ¶4]')
    assert.is(on('It rose', { cite: cite('a', 'para. 4') }), 'It rose^[1 ¶4]')
    assert.is(on('Did it rise [@a]?'), 'Did it rise?^[1]')
    assert.is(on('It rose [@a], and fell [@b]; so [@c]: twice.'), 'It rose,^[1] and fell;^[2] so:^[3] twice.')
    assert.is(on('It (that is, she [@a]) rose *so far [@b]*.'), 'It (that is, she^[1]) rose *so far*.^[2]')
    assert.is(on('“It rose” [@a].'), '“It rose”.^[1]')
    assert.is(on('It rose, etc. [@a].'), 'It rose, etc.^[1].')
    assert.is(on('It cost 4 [@a].5'), 'It cost 4^[1].5')
  })

test('raised references stand before a stop in French, also where the text brings it along', () => {
  const on = (text: string, data = {}, template?: string) => paragraph(text, { lang: 'fr', data }, template)
  assert.is(on('Il monte [@a, § 4].'), 'Il monte^[1 §\u00a04].')
  assert.is(on('Il monte.', { cite: cite('a', 'par. 4') }), 'Il monte^[1 §\u00a04].')
  assert.is(on('Il monte', { cite: cite('a', '¶4') }), 'Il monte^[1 §\u00a04]')
  assert.is(on('Monte-t-il\u00a0?', { cite: cite('a') }), 'Monte-t-il^[1]\u00a0?')
  assert.is(on('Il monte, etc.', { cite: cite('a') }), 'Il monte, etc.^[1]')
  assert.is(on('«\u00a0Il monte.\u00a0»', { cite: cite('a') }), '«\u00a0Il monte.\u00a0»^[1]')
  assert.is(on('«\u00a0Il monte\u00a0».', { cite: cite('a') }), '«\u00a0Il monte\u00a0»^[1].')
  const bold = '<p><strong>{{text}}</strong>{{cite}} Et puis.</p>'
  assert.is(on('Il monte.', { cite: cite('a') }, bold), '**Il monte**^[1]**.** Et puis.')
})

test('references of one sentence to one source are one, at the last of them', () => {
  assert.is(paragraph('It rose [@a, para. 8], then fell [@a, para. 5].'), 'It rose, then fell.^[1 ¶5, 8]')
  assert.is(
    paragraph('It rose [@a, paras. 8–9, 14].', { data: { cite: cite('a', 'p. 2') } }),
    'It rose.^[1 ¶8–9, 14, p. 2]',
  )
  assert.is(paragraph('It rose [@a, para. 8]. It fell [@a, para. 5].'), 'It rose.^[1 ¶8] It fell.^[1 ¶5]')
  assert.is(paragraph('It rose. [@a, para. 8] 10 fell [@a, para. 5].'), 'It rose.^[1 ¶8] 10 fell.^[1 ¶5]')
  assert.is(
    paragraph('At 5 p.m. it rose [@a], and fell [@a].', { style: 'numbers' }),
    'At 5 p.m. it rose, and fell.^[1]',
  )
})

test('a reference is not moved where it would prove something else', () => {
  assert.is(
    paragraph('It rose [@a], then fell [@b], then rose [@a].'),
    'It rose,^[1] then fell,^[2] then rose.^[1]',
  )
  assert.is(
    paragraph('“It rose” [@a, para. 8], she says, and fell [@a, para. 5].'),
    '“It rose”,^[1 ¶8] she says, and fell.^[1 ¶5]',
  )
  assert.is(
    paragraph(
      'x',
      { data: { one: cite('a', 'para. 8'), other: cite('a', 'para. 5') } },
      '<p>“It rose” <span class="unverified">unproved</span>{{one}}, she says, and fell{{other}}.</p>',
    ),
    '“It rose” {unverified|unproved},^[1 ¶8] she says, and fell.^[1 ¶5]',
  )
  const at = (field: string, source: string, locator: string) => {
    const place: FieldPlace = { ...prose('x').place, field }
    return new SourceCitations([new SourceCitation(source, locator, place)])
  }
  const actors = [0, 1].map(index => ({
    name: verbatim(`N${index}`),
    cite: at(`actors[${index}].cite[0]`, 'a', `p. ${index}`),
  }))
  assert.is(
    paragraph('x', { data: { actors } }, '<p>{{#each actors}}{{name}}{{cite}}, {{/each}}and others.</p>'),
    'N0,^[1 p. 0] N1,^[1 p. 1] and others.',
  )
})

test('no place that is cited is lost', () => {
  const places = ['2', '14–16', '3', '14']
  const text = places.map(place => `It rose [@a, para. ${place}]`).join(', ')
  const [, printed = ''] = /\^\[1 ¶(.*)\]/.exec(paragraph(`${text}.`)) ?? []
  assert.equal(printed.split(', ').sort(), [...places].sort())
})

test('an audience with its citations at the end has numbers once a paragraph, but for quotations', () => {
  const style = 'end'
  assert.is(
    paragraph('It rose [@b, para. 2]. It fell [@a, p. 3]. So it is.', { style }),
    'It rose. It fell.^[1]^,^[2] So it is.',
  )
  assert.is(paragraph('“It rose” [@b]. It fell [@a].', { style }), '“It rose”.^[2] It fell.^[1]')
  const { blocks } = documentOf('<p><source-ref to="a"></source-ref><source-ref to="b"></source-ref></p>', {
    style,
  })
  assert.ok(findNodes(blocks, 'reference').every(({ quiet }) => quiet))
})

const SPOKEN: Record<string, readonly [string, string, string]> = {
  en: ['source 1, paragraph 3', 'source 1, paragraphs 3, 5–6', 'source, paragraph 3'],
  de: ['Quelle 1, Absatz 3', 'Quelle 1, Absätze 3, 5–6', 'Quelle, Absatz 3'],
  es: ['fuente 1, párrafo 3', 'fuente 1, párrafos 3, 5–6', 'fuente, párrafo 3'],
  fr: ['source 1, paragraphe 3', 'source 1, paragraphes 3, 5–6', 'source, paragraphe 3'],
}
for (const [lang, [one, several, only]] of Object.entries(SPOKEN))
  test(`a reference is read out in words: ${lang}`, () => {
    const spoken = (text: string, more = '') => {
      const document = documentOf(`<p>{{text}}</p>${more}`, { lang, data: { text: prose(text) } })
      return findNodes(document.blocks, 'reference')[0]?.spoken
    }
    const other = '<p><source-ref to="b"></source-ref></p>'
    assert.is(spoken('It rose [@a, para. 3]', other), one)
    assert.is(spoken('It rose [@a, para. 3; @a, paras. 5–6]', other), several)
    assert.is(spoken('It rose [@a, para. 3]'), only)
    const inline = documentOf(
      `<p><source-ref to="a" locator="{{at}}" class="inline"></source-ref></p>${other}`,
      {
        lang,
        data: { at: { en: 'para. 3', de: 'Abs. 3', es: 'párr. 3', fr: '§\u00a03' }[lang] },
      },
    )
    assert.is(findNodes(inline.blocks, 'reference')[0]?.spoken, one)
  })

test('the only source has no number where its places are named', () => {
  const template = '<p>{{text}}</p><source-list></source-list>'
  const data = { text: prose('It rose [@a, para. 3]. It fell [@a, p. 9].') }
  assert.is(
    outlineOf(documentOf(template, { data })),
    'paragraph: It rose.^[¶3 first] It fell.^[p. 9]\nsources\n  *On a*.',
  )
  const without = { text: prose('It rose [@a, para. 3]. It fell [@a].') }
  assert.is(
    outlineOf(documentOf(template, { data: without })),
    'paragraph: It rose.^[¶3 first] It fell.^[1]\nsources\n  1 *On a*.',
  )
})

const SENTENCES: Record<string, string> = {
  en: 'The facts are from one source: *On a*.',
  de: 'Die Angaben stammen aus einer einzigen Quelle: *On a*.',
  es: 'Los datos proceden de una sola fuente: *On a*.',
  fr: 'Les informations proviennent d’une seule source\u00a0: *On a*.',
}
for (const [lang, sentence] of Object.entries(SENTENCES))
  test(`where numbers would say nothing, one sentence names the only source: ${lang}`, () => {
    const template =
      '<p>{{text}}</p><p>A. Vela · <source-ref to="a" locator="p. 3" class="inline"></source-ref> <span class="tag">x</span></p><source-list></source-list>'
    const data = { text: prose('It rose [@a, para. 3].') }
    for (const style of ['numbers', 'end'] as const)
      assert.is(
        outlineOf(documentOf(template, { lang, style, data })),
        `paragraph: It rose.\nparagraph: A. Vela {tag|x}\nsources\n  ${sentence}`,
      )
  })

test('a reference under a quotation names its place only where those in the text do', () => {
  const template =
    '<p>{{text}}</p><p><source-ref to="a" locator="para. 3" class="inline"></source-ref></p><p><source-ref to="b"></source-ref></p>'
  const second = (style: CitationStyle) =>
    outlineOf(documentOf(template, { style, data: { text: prose('x') } })).split('\n')[1]
  assert.is(second('dense'), 'paragraph: [source 1, para. 3 first]')
  assert.is(second('numbers'), 'paragraph: [source 1 first]')
  assert.is(second('end'), 'paragraph: [source 1 first]')
})

test('a note on a source ends in a stop', () => {
  const noted = (note: string) => {
    const sources = [{ id: 'a', title: verbatim('On a'), note: prose(note) }]
    return outlineOf(
      documentOf('<p>x<source-ref to="a"></source-ref></p><source-list></source-list>', {
        data: { sources },
      }),
    )
  }
  assert.match(noted('Leaked draft'), '1 *On a*. Leaked draft.')
  assert.match(noted('“A draft.”'), '1 *On a*. “A draft.”')
})

test.run()
