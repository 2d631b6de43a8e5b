import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { outlineDocument } from '../../../src/markup/blocks/document-outline.js'
import { type Document, findNodes, renderEdition, renderTemplate } from '../../../src/markup/index.js'
import { BriefText, editionOf, libraryOf, prose, verbatim } from '../../support/edition.js'

function built(template: string, data: Record<string, unknown> = {}): Document {
  const findings = new Findings()
  const document = renderTemplate(editionOf({ template, data }), libraryOf(), findings.report)
  assert.equal(
    findings.all.map(({ message }) => message),
    [],
  )
  if (!document) throw new Error('nothing was built')
  return document
}

const linesOf = (template: string, data: Record<string, unknown> = {}) =>
  outlineDocument(built(template, data))
    .split('\n')
    .filter(line => line.includes('paragraph: '))
    .map(line => line.replace(/^ *paragraph: /, ''))

const sources = [{ id: 'paper', title: verbatim('Two bids') }]

test('notes are lettered through the document, in the order in which it is read', () => {
  const notes = (count: number) => '<p>x<note>y</note></p>'.repeat(count)
  const labelsOf = (template: string) => findNodes(built(template).blocks, 'note').map(({ label }) => label)
  assert.equal(labelsOf(notes(3)), ['a', 'b', 'c'])
  const many = labelsOf(notes(26 * 27 + 2))
  assert.is(new Set(many).size, many.length)
  assert.equal(
    [24, 25, 26, 27, 51, 52, 26 * 27 - 1, 26 * 27, 26 * 27 + 1].map(index => many[index]),
    ['y', 'z', 'aa', 'ab', 'az', 'ba', 'zz', 'aaa', 'aab'],
  )
  assert.equal(
    labelsOf(
      '<blockquote><cite>x<note>second</note></cite><p>x<note>first</note></p></blockquote><table><tr><td>x<note>y</note></td></tr></table><ul><li>x<note>z</note></li></ul>',
    ),
    ['a', 'b', 'c', 'd'],
  )
})

test('a call stands beside the word before it, whatever white space the template has', () => {
  assert.equal(linesOf('<p>It rose\n  <note> As of\n May. </note> and fell.</p>'), [
    'It rose^(a: As of May.) and fell.',
  ])
  assert.equal(linesOf('<p><em>It rose <note>x</note></em></p>'), ['*It rose^(a: x)*'])
  assert.equal(linesOf('<p><strong>It rose </strong> <note>x</note>, so</p>'), ['**It rose**^(a: x), so'])
})

test('calls beside each other, and beside the number of a source, are told apart', () => {
  const data = { sources, text: prose('It rose [@paper]'), at: prose('It rose [@paper, p. 4]') }
  assert.equal(linesOf('<p>x<note>y</note><note>z</note></p>'), ['x^(a: y)^,^(b: z)'])
  assert.equal(linesOf('<p>{{text}}<note>y</note></p>', data), ['It rose^[1 first]^,^(a: y)'])
  assert.equal(linesOf('<p>{{at}}<note>y</note></p>', data), ['It rose^[p. 4 first]^; ^(a: y)'])
})

test('a note cites sources, which are numbered where it is called', () => {
  const data = { sources, text: prose('As it says [@paper]') }
  assert.equal(linesOf('<p>x<note>{{text}}</note></p><p>{{text}}</p>', data), [
    'x^(a: As it says^[1 first])',
    'As it says^[1]',
  ])
})

test('a note without words is none, and one without a word to belong to is left out with it', () => {
  assert.equal(linesOf('<p>x<note>{{no}}</note></p>'), ['x'])
  assert.equal(linesOf('<p>{{no}}<note>y</note></p><p>z<note>y</note></p>'), ['z^(a: y)'])
})

test('what a note says is shown: its field is not missed, its marking counts, an actor in it is named', () => {
  const brief = new BriefText('gap: Soil\nwhy: No bore\n')
  const gaps = [{ gap: brief.prose('Soil'), why: brief.prose('No bore') }]
  const why = brief.place('No bore')
  const edition = editionOf({
    template: '{{#each gaps}}<p>{{gap}}<note>{{why}}</note></p>{{/each}}',
    data: { gaps },
    markings: [{ marking: 'TLP:AMBER', place: why }],
  })
  const rendered = renderEdition(edition, libraryOf(), () => {})
  assert.equal(rendered?.unshown, [])
  assert.equal(
    rendered?.document.banners.map(({ text }) => text),
    ['TLP:AMBER'],
  )
})

test('what a note prints is printed: what must not be there is found, and the file is searched for the actor', () => {
  const brief = new BriefText('actor: A. Vela\nwhy: As said\n')
  const within = brief.place('As said')
  const found = (template: string) => {
    const findings = new Findings()
    const edition = editionOf({
      template,
      data: { actors: [{ name: brief.verbatim('A. Vela') }], why: brief.prose('As said') },
    })
    const withheld = [
      { code: 'hidden-actor-named', place: within, message: 'x', field: 'why', within } as const,
    ]
    const document = renderTemplate({ ...edition, withheld }, libraryOf(), findings.report)
    return [findings.all.map(({ code }) => code), document?.keywords]
  }
  const noted = found('<p>x<note>{{why}} {{#each actors}}{{name}}{{/each}}</note></p>')
  assert.equal(noted, found('<p>x {{why}} {{#each actors}}{{name}}{{/each}}</p>'))
  assert.equal(noted, [['hidden-actor-named'], ['A. Vela']])
})

test('a section of pages of its own says how they stand, and has no other style', () => {
  const sectionsOf = (template: string) =>
    findNodes(built(template).blocks, 'section').map(({ page, style }) => [page, style])
  assert.equal(
    sectionsOf(
      '<section class="landscape"><p>x</p></section><section class="portrait"><p>x</p></section><section class="box"><p>x</p></section><section class="annex"><p>x</p></section>',
    ),
    [
      ['landscape', undefined],
      ['portrait', undefined],
      [undefined, 'box'],
      ['annex', undefined],
    ],
  )
})

test.run()
