import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { outlineDocument } from '../../../src/markup/blocks/document-outline.js'
import {
  type BlockTreeNode,
  filterBlocks,
  findNodes,
  removeDiagrams,
  textOfInlines,
  visitNodes,
} from '../../../src/markup/index.js'
import { wordsIn } from '../../figures/sketch.js'
import { stressDocument } from '../../support/stress.js'
import * as b from '../../typeset/build-document.js'

/** The nodes of a tree by their properties, whatever the walker knows of their kinds. */
function nodesByReflection(tree: unknown): unknown[] {
  if (typeof tree !== 'object' || tree === null) return []
  if (Array.isArray(tree)) return tree.flatMap(nodesByReflection)
  const { place, ...properties } = tree as Record<string, unknown>
  const inside = Object.values(properties).flatMap(nodesByReflection)
  return place !== undefined && 'kind' in tree ? [tree, ...inside] : inside
}

const textsOf = (nodes: readonly BlockTreeNode[]) => findNodes(nodes, 'text').map(({ text }) => text)
const WORDS = wordsIn('en')

test('every node is visited once, in blocks of every kind', () => {
  const { blocks } = stressDocument()
  const visited: BlockTreeNode[] = []
  visitNodes(blocks, node => {
    visited.push(node)
  })
  const expected = nodesByReflection(blocks)
  assert.is(visited.length, expected.length)
  assert.ok(new Set(expected).size === new Set([...expected, ...visited]).size)
})

test('nodes are visited in reading order', () => {
  const blocks = [
    b.section([b.h(2, 'heading'), b.p([b.t('one, '), b.strong('two')])]),
    b.table('grid', [1, 1], ['head', 'head too'], [['cell', 'cell too']], 'caption above'),
    b.dl(undefined, [
      ['term', 'body'],
      ['other term', 'other body'],
    ]),
    b.quotation('words', 'speaker'),
    b.timeline(WORDS, 'caption below'),
    b.columns([1, 1], [b.p('left')], [b.list(['right'])]),
    b.sources(['id', 'source']),
  ]
  assert.equal(textsOf(blocks), [
    ...['heading', 'one, ', 'two', 'caption above', 'head', 'head too', 'cell', 'cell too'],
    ...['term', 'body', 'other term', 'other body', 'words', 'speaker'],
    ...['Order signed', 'Talks', 'Tariffs', 'caption below', 'left', 'right', 'source'],
  ])
})

test('what is in a node that is found is not searched', () => {
  const inner = b.section([b.p('x')], undefined, 'inner')
  const outer = b.section([inner], undefined, 'outer')
  assert.equal(findNodes([b.aside(undefined, outer), inner], 'section'), [outer, inner])
})

test('the text of inlines has neither styles nor references nor notes; a line break reads as a space', () => {
  const inlines = [
    b.t('One'),
    { kind: 'break', place: b.nowhere } as const,
    b.em('two'),
    b.ref(1, 'id'),
    b.link('!', '#a'),
    b.note('a', 'not said here'),
  ]
  assert.is(textOfInlines(inlines), 'One two!')
  assert.ok(textsOf(inlines).includes('not said here'))
})

test('a filter drops the sections, items and columns that it leaves without anything but headings', () => {
  const isKept = (block: BlockTreeNode) => block.kind !== 'rule'
  const filtered = (...blocks: Parameters<typeof filterBlocks>[0]) =>
    outlineDocument(b.document(filterBlocks(blocks, isKept)))
      .split('\n')
      .slice(2, -1)
  assert.equal(filtered(b.section([b.h(2, 'Title', 't'), b.rule])), [])
  assert.equal(filtered(b.section([b.h(2, 'Title', 't')])), ['section', '  h2 #t: Title'])
  assert.equal(filtered(b.columns([1, 2], [b.rule], [b.p('x')])), ['paragraph: x'])
  assert.equal(filtered(b.columns([1, 2, 3], [b.rule], [b.p('x')], [b.p('y')])), [
    ...['columns 2:3', '  column', '    paragraph: x', '  column', '    paragraph: y'],
  ])
  assert.equal(filtered(b.columns([1], [b.p('x')])), ['columns 1', '  column', '    paragraph: x'])
  assert.equal(filtered(b.columns([1, 1], [b.rule], [b.rule])), [])
})

test('removing no kind of diagram leaves the document as it is', () => {
  const document = b.document([b.timeline(WORDS), b.p('x')])
  assert.is(removeDiagrams(document, new Set()), document)
  assert.equal(removeDiagrams(document, new Set(['timeline'])).blocks, [b.p('x')])
  assert.equal(removeDiagrams(document, new Set(['actor-map'])).blocks, document.blocks)
})

test.run()
