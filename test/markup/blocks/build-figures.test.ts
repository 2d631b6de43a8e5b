import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { NOT_VERIFIED_MARK } from '../../../src/edition/prose-text.js'
import { outlineDocument } from '../../../src/markup/blocks/document-outline.js'
import { type Document, findNodes, removeDiagrams, renderTemplate } from '../../../src/markup/index.js'
import { editionOf, libraryOf, prose, verbatim } from '../../support/edition.js'

interface Rendered {
  readonly document: Document | undefined
  readonly blocks: string
  readonly found: readonly string[]
}

function rendered(template: string, data: Record<string, unknown>): Rendered {
  const findings = new Findings()
  const document = renderTemplate(editionOf({ template, data }), libraryOf(), findings.report)
  const text = document ? outlineDocument(document) : ''
  return {
    document,
    blocks: text.replace(/^(?:document|running|source) .*\n/gm, '').trimEnd(),
    found: findings.all.map(({ code, message }) => `${code}: ${message}`),
  }
}

const blocksOf = (template: string, data: Record<string, unknown>): string => {
  const { blocks, found } = rendered(template, data)
  assert.equal(found, [])
  return blocks
}

const timeline = [
  { date: '2025-01-20', event: prose('The *order* is signed [@article].'), priority: 'must' },
  { when: prose('Later'), event: prose('Talks begin.'), label: prose('Talks') },
]
const actors = [
  { name: verbatim('A. Vela'), side: prose('City'), influence: 5, support: -2 },
  { name: verbatim('B. Ros'), influence: 2 },
]
const stakes = [
  { stake: prose('Trade'), who: [actors[0], actors[1]], likelihood: 3, impact: 4, priority: 'could' },
  { stake: prose('Trust') },
]

test('a figure shows what the edition has, without markup and citations', () => {
  assert.is(
    blocksOf('<timeline></timeline>', { timeline }),
    'timeline\n  2025-01-20 The order is signed (must)\n  - Talks (should)',
  )
  assert.is(
    blocksOf('<actor-map></actor-map>', { actors, stance_on: prose('the *ring* line') }),
    'actor-map\n  on the ring line\n  A. Vela [City] 5 -2 (should)\n  B. Ros [-] 2 - (should)',
  )
  assert.is(
    blocksOf('<stakes-matrix></stakes-matrix>', { stakes }),
    'stakes-matrix\n  1 Trade [A. Vela, B. Ros] 3 4 (could)\n  2 Trust [] - - (should)',
  )
})

test('an event is labelled without the full stop of its sentence, but with that of an abbreviation', () => {
  const labelOf = (event: string) =>
    blocksOf('<timeline></timeline>', { timeline: [{ date: '2025', event: prose(event) }] })
  assert.match(labelOf('The port closes in 2025.'), /2025 \(should\)$/)
  assert.match(labelOf('Talks with the U.S.'), /U\.S\. \(should\)$/)
  assert.match(labelOf('Who pays?'), /pays\? \(should\)$/)
})

test('a figure may have a caption', () => {
  const template = '<timeline><figcaption>How it <em>came</em> to this</figcaption></timeline>'
  assert.match(blocksOf(template, { timeline }), /^timeline How it \*came\* to this\n/)
})

test('a figure may have a title above it, in the words of the author', () => {
  const template = `<timeline><figcaption>Dates</figcaption><figcaption class="title">{{figure_titles.timeline}}</figcaption></timeline>`
  const figure_titles = { timeline: prose('The review comes *first*') }
  assert.match(
    blocksOf(template, { timeline, figure_titles }),
    /^timeline Dates\n {2}title The review comes \*first\*\n {2}2025-01-20/,
  )
  const two =
    '<timeline><figcaption class="title">a</figcaption><figcaption class="title">b</figcaption></timeline>'
  assert.equal(rendered(two, { timeline }).found, [
    'misplaced-element: a figure has one title, caption and credit at most',
  ])
  assert.is(blocksOf(`<h1>T</h1>${template}`, { figure_titles }), 'h1 #t: T')
})

test('where there is nothing to place, neither the figure is printed nor the section that holds it alone', () => {
  for (const [name, data] of Object.entries({
    timeline: { timeline: [{ event: prose('Talks begin.') }] },
    'actor-map': { actors: [{ name: verbatim('A. Vela'), influence: 4 }] },
    'stakes-matrix': { stakes: [{ stake: prose('Trade'), likelihood: 4 }] },
  })) {
    const template = `<h1>T</h1><section><h2>Figure</h2><${name}></${name}></section>`
    assert.is(blocksOf(template, data), 'h1 #t: T')
    assert.is(blocksOf(template, {}), 'h1 #t: T')
  }
})

test('an unproved quotation in an event is marked in the figure as well', () => {
  const event = prose(`The minister said “we shall not sign it”${NOT_VERIFIED_MARK} twice.`)
  assert.match(
    blocksOf('<timeline></timeline>', { timeline: [{ date: '2025', event }] }),
    /said “we shall not sign it” \(not verified\) twice \(should\)$/,
  )
})

test('a matrix lists its stakes unless it is told not to', () => {
  const listed = (attribute: string) => {
    const { document, found } = rendered(`<stakes-matrix${attribute}></stakes-matrix>`, { stakes })
    const [block] = document?.blocks ?? []
    const data = block?.kind === 'diagram' ? block.data : undefined
    return data?.kind === 'stakes-matrix' ? data.listed : found
  }
  assert.is(listed(''), true)
  assert.is(listed(' list="none"'), false)
  assert.equal(listed(' list="below"'), ['invalid-attribute: `below` is not a value of `list`'])
})

const dates = {
  as_of: '2025-10-06',
  timeline: [{ date: '2025-09-02', event: prose('Leak') }],
  next_steps: [
    { action: prose('Review.'), due: prose('2025-11-10') },
    { action: prose('Talks'), due: prose('soon') },
  ],
}
const lines = (attribute: string, data: Record<string, unknown>) =>
  blocksOf(`<h1>T</h1><timeline${attribute}></timeline>`, data).split('\n').slice(1)

test('a timeline is an axis unless a calendar is asked for, which has the steps that are due on a date', () => {
  const axis = ['timeline', '  2025-09-02 Leak (should)']
  const calendar = ['timeline', '  calendar as of 2025-10-06', axis[1], '  due 2025-11-10 Review (should)']
  assert.equal(lines('', dates), axis)
  assert.equal(lines(' arrangement="axis"', dates), axis)
  assert.equal(lines(' arrangement="calendar"', dates), calendar)
  assert.equal(lines(' arrangement="auto"', dates), calendar)
  const { found } = rendered('<timeline arrangement="lanes"></timeline>', dates)
  assert.equal(found, ['invalid-attribute: `lanes` is not a value of `arrangement`'])
  assert.equal(lines('', { ...dates, timeline: [] }), [])
  assert.is(lines(' arrangement="auto"', { ...dates, timeline: [] }).length, 3)
})

test('left to itself a timeline is a calendar where there are lanes or dates ahead, and no more than five years', () => {
  const isCalendar = (...timeline: Record<string, unknown>[]) =>
    lines(' arrangement="auto"', { as_of: '2025-10-06', timeline }).some(line => line.includes('calendar'))
  const event = prose('E')
  const past = { date: '2025-09-02', event }
  assert.is(isCalendar(past), false)
  assert.is(isCalendar({ ...past, lane: prose('Board') }), true)
  assert.is(isCalendar(past, { date: '2025-10-06', event }), false)
  assert.is(isCalendar(past, { date: '2025-10-07', event }), true)
  assert.is(isCalendar({ date: '2020-10-08', event }, { date: '2025-10-07', event }), true)
  assert.is(isCalendar({ date: '2020-10-07', event }, { date: '2025-10-07', event }), false)
})

test('a diagram may contain nothing but a caption', () => {
  const { found } = rendered('<timeline><p>x</p></timeline>', { timeline })
  assert.equal(found, ['misplaced-element: `p` cannot stand in `timeline`'])
})

test('a document without a figure has neither its column nor its section', () => {
  const template = `<h1>T</h1>
<columns widths="1 2"><column><stakes-matrix></stakes-matrix></column><column><p>left</p></column></columns>
<columns widths="1 2 3"><column><timeline></timeline></column><column><p>a</p></column><column><p>b</p></column></columns>
<section><h2>Time</h2><timeline></timeline></section>
<ul><li><p>item</p><timeline></timeline></li><li><timeline></timeline></li></ul>
<ul><li><timeline></timeline></li></ul>
<dl><dt>term</dt><dd><timeline></timeline><p>body</p></dd></dl>
<blockquote><p>words</p><timeline></timeline></blockquote>
<header><p>head</p><timeline></timeline></header>
<columns><column><timeline></timeline></column><column><timeline></timeline></column></columns>
<table><thead><tr><th><timeline></timeline></th></tr></thead><tr><td><p>cell</p><timeline></timeline></td></tr></table>`
  const { document } = rendered(template, { timeline, stakes })
  if (!document) throw new Error('nothing was rendered')
  const without = (...kinds: ('timeline' | 'stakes-matrix')[]) =>
    outlineDocument(removeDiagrams(document, new Set(kinds)))
  assert.is(findNodes(document.blocks, 'diagram').length, 13)
  assert.not.match(without('timeline'), /timeline|#time/)
  assert.is(without('timeline').match(/^ {2}-$/gm)?.length, 1, 'of three items one is left')
  assert.match(
    without('timeline'),
    /paragraph: body[\s\S]*paragraph: words[\s\S]*paragraph: head[\s\S]*paragraph: cell/,
  )
  assert.match(without('timeline'), /columns 1:2\n {2}column\n {4}stakes-matrix/)
  assert.match(without('timeline'), /columns 2:3\n {2}column\n {4}paragraph: a/)
  assert.match(without('timeline', 'stakes-matrix'), /h1 #t: T\nparagraph: left\n/)
  assert.match(without('stakes-matrix'), /h2 #time: Time\n {2}timeline/)
  assert.is(removeDiagrams(document, new Set()), document)
})

test.run()
