import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  isReadElement,
  type ReadElement,
  readStructure,
  spokenText,
} from '../../src/typeset/outline/read-structure.js'
import { STRESS_IMAGES, stressDocument } from '../support/stress.js'
import { print } from './workspace.js'

const { printed, found } = await print(stressDocument(), {}, STRESS_IMAGES)
const pdf = printed?.pdf ?? new Uint8Array()
const { root } = readStructure(pdf)

function all(element: ReadElement): ReadElement[] {
  return [element, ...element.kids.filter(isReadElement).flatMap(all)]
}
const elements = all(root)

test('every block in every other is printed without a finding, and claims what it is', () => {
  assert.equal(found, [])
  assert.ok((printed?.pages ?? 0) >= 60)
  const text = Buffer.from(pdf).toString()
  assert.match(text, '<pdfuaid:part>1<')
  assert.match(text, '<pdfaid:conformance>A<')
})

test('has elements of every type that documents are made of', () => {
  const types = new Set(elements.map(({ role }) => role))
  const expected = [
    ...['BlockQuote', 'Caption', 'Div', 'Document', 'Figure', 'H1', 'H2', 'H3', 'H4', 'L', 'LBody', 'LI'],
    ...['Lbl', 'Link', 'Note', 'P', 'Reference', 'Sect', 'Span', 'TBody', 'TD', 'TH', 'THead', 'TOC'],
    ...['TOCI', 'TR', 'Table'],
  ]
  assert.equal([...types].sort(), expected.sort())
})

test('no heading is more than one level below the one before it', () => {
  const levels = elements.flatMap(({ role }) => /^H(\d)$/.exec(role)?.[1] ?? []).map(Number)
  assert.ok(levels.length > 500)
  assert.is(levels[0], 1)
  for (const [index, level] of levels.entries()) assert.ok(level <= (levels[index - 1] ?? 0) + 1)
})

test('identifiers are unique, and headers are cells of the same table', () => {
  const ids = elements.flatMap(({ id }) => id ?? [])
  assert.is(new Set(ids).size, ids.length)
  for (const table of elements.filter(({ role }) => role === 'Table')) {
    const own = new Set(all(table).flatMap(({ id }) => id ?? []))
    const headers = all(table).flatMap(({ attributes }) => attributes.get('Headers') ?? [])
    assert.ok(headers.flat().every(header => typeof header === 'string' && own.has(header)))
  }
})

test('every link has an annotation that says where it leads', () => {
  const links = elements.filter(({ role }) => role === 'Link')
  assert.ok(links.length > 1000)
  for (const link of links) {
    const annotations = link.kids.flatMap(kid => ('goal' in kid ? [kid] : []))
    assert.ok(annotations.length > 0, spokenText(link))
    assert.ok(annotations.every(({ contents }) => contents !== undefined && contents.trim() !== ''))
  }
})

test('a paragraph longer than pages is one element', () => {
  const longest = elements.filter(
    ({ role, kids }) => role === 'P' && kids.length > 2 && !kids.some(isReadElement),
  )
  assert.ok(longest.some(paragraph => spokenText(paragraph).match(/Holm/g)?.length === 150))
})

test.run()
