import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../src/diagnostics/index.js'
import { LayoutsWithColumns } from '../../src/fit/lay-out-with-columns.js'
import { type Block, type Document, findNodes, flowColumns } from '../../src/markup/index.js'
import { DocumentLayouts, type LaidOutDocument } from '../../src/typeset/index.js'
import { template } from '../support/briefs.js'
import * as b from '../typeset/build-document.js'
import { styleOf } from '../typeset/workspace.js'
import { fitted, listOf, prepare, words } from './support.js'

const SETTING = { typeSize: 10, spacing: 1 }
const free = (...all: (readonly Block[])[]): Block =>
  ({ ...b.columns([2, 1], ...all), flow: 'auto' }) as Block
const DOCUMENT = b.document([b.section([free([b.p('One')], [b.p('Two')])])])
const isFlowing = (document: Document) =>
  findNodes(document.blocks, 'columns').some(({ flow }) => flow === 'one')

/** What is laid out where the columns and the flow come to so many pages, in order, and which was taken. */
function laidOut(limit: number, fixed: number, flow: number, document = DOCUMENT) {
  const tried: Document[] = []
  const layouts = new LayoutsWithColumns(tries => {
    tried.push(tries)
    const length = isFlowing(tries) ? flow : fixed
    const pages = Math.ceil(length)
    return { pages, fill: length - pages + 1 } as LaidOutDocument
  }, limit)
  const layOut = () => layouts.layOut(document, SETTING, new Findings().report)
  const taken = layOut()
  layOut()
  return { tried, taken: (taken?.pages ?? 0) - 1 + (taken?.fill ?? 0) }
}

test('columns stay where they keep the limit, and flow where that is shorter', () => {
  assert.equal(laidOut(1, 1, 0.8).tried.map(isFlowing), [false, false])
  assert.equal(laidOut(1, 1.2, 0.8).tried.map(isFlowing), [false, true, false, true])
  assert.is(laidOut(1, 1.2, 0.8).taken.toFixed(1), '0.8')
  assert.is(laidOut(1, 1.2, 1.3).taken.toFixed(1), '1.2')
  assert.is(laidOut(1, 2.4, 2.3).taken.toFixed(1), '2.3')
})

test('a document is made to flow once, so that what is known of its layouts serves again', () => {
  const { tried } = laidOut(1, 1.2, 0.8)
  assert.is(tried[1], tried[3])
})

test('columns that must not flow, or in which a template has none, do not', () => {
  const fixed = b.document([b.columns([2, 1], [b.p('One')], [b.p('Two')])])
  assert.is(flowColumns(fixed), fixed)
  assert.equal(laidOut(1, 1.2, 0.8, fixed).tried, [fixed, fixed])
})

test('a flow is read in the order of its columns, its headings are not left at the foot of one, and columns end alike', () => {
  const part = (name: string, paragraphs: number): Block[] => [
    b.h(2, `${name} head`),
    ...Array.from({ length: paragraphs }, (_, index) => b.p(`${name}${index} ${words(20)}`)),
  ]
  for (let first = 1; first < 12; first++) {
    const document = flowColumns(b.document([free(part('a', first), part('b', 3), part('c', 2))]))
    const layouts = new DocumentLayouts(styleOf(), { read: () => undefined })
    const [page, ...others] = layouts.layOut(document, SETTING, assert.unreachable)?.asData().pages ?? []
    assert.is(others.length, 0)
    const lines = (page?.lines ?? []).filter(({ block }) => block !== null)
    const starts = lines.flatMap(({ text }) => /^[abc](?=\d| head)/.exec(text)?.[0] ?? [])
    assert.equal(starts, starts.toSorted())
    const columns = [lines.filter(({ x }) => x < 250), lines.filter(({ x }) => x >= 250)]
    for (const column of columns) assert.not.match(column.at(-1)?.text ?? '', /head/)
    const ends = columns.map(column => Math.max(...column.map(({ y }) => y)))
    assert.ok(Math.max(...ends) - Math.min(...ends) < 90, `${first}: ${ends}`)
  }
})

test('an edition of uneven columns keeps larger type, and more items, if they may flow', () => {
  const note = (flow: string) =>
    template(
      `<h1>{{title}}</h1><columns${flow}><column><ul>{{#each key_facts}}<li>{{fact}}</li>{{/each}}</ul></column><column><p>One.</p></column></columns>`,
      { type: '{ size: 10, floor: 9 }' },
    )
  const set = (count: number, flow: string) => {
    const facts = Array.from({ length: count }, (_, index) => `should: ${index} ${words(12)}`)
    return fitted(prepare(listOf('key_facts', 'fact', facts), note(flow))).fitted
  }
  for (const count of [30, 40, 60, 90]) {
    const [fixed, free] = [set(count, ''), set(count, ' flow="auto"')]
    const sizeOf = (edition: typeof fixed) => edition?.setting.typeSize ?? 0
    assert.ok((free?.leftOut.length ?? 99) <= (fixed?.leftOut.length ?? 0), `${count}`)
    assert.ok(
      sizeOf(free) > sizeOf(fixed) || (free?.leftOut.length ?? 99) < (fixed?.leftOut.length ?? 0),
      `${count}: ${sizeOf(free)}, ${sizeOf(fixed)}`,
    )
  }
})

test.run()
