import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import type { Block } from '../../../src/markup/index.js'
import { readStructure } from '../../../src/typeset/index.js'
import {
  isReadElement,
  isReadWords,
  type ReadElement,
  spokenText,
} from '../../../src/typeset/outline/read-structure.js'
import { layOut, typeset } from '../../../src/typeset/typeset.js'
import * as b from '../build-document.js'
import { styleOf } from '../workspace.js'

const ASSETS = { read: () => undefined }
const WORDS = 'the ferry leaves at nine and comes back at noon '.repeat(4)

const para = (number: number, text: string): Block => ({ ...(b.p(text) as object), number }) as Block
const numbered = (...blocks: Block[]) => b.section(blocks, 'numbered')

function linesOf(blocks: readonly Block[], size = 10.5, lang = 'en') {
  const findings = new Findings()
  const style = { ...styleOf(), typeSize: size }
  const laidOut = layOut(b.document(blocks, { lang }), style, ASSETS, findings.report)
  assert.equal(findings.all, [])
  const data = laidOut?.asData()
  return { lines: data?.pages.flatMap(({ lines }) => lines) ?? [], blocks: data?.blocks ?? [] }
}

test('words of numbered paragraphs hang 22 points beside their numbers, in proportion to the type', () => {
  for (const size of [8, 10.5, 12, 18]) {
    const { lines } = linesOf([numbered(para(1, WORDS), para(2, WORDS))], size)
    const labels = lines.filter(({ text }) => /^\d\.$/.test(text))
    const body = lines.filter(
      ({ block, text }) => block !== null && !labels.some(label => label.text === text),
    )
    assert.equal(
      labels.map(({ text }) => text),
      ['1.', '2.'],
    )
    const [edge] = [...new Set(labels.map(({ x }) => x))]
    assert.equal(
      [...new Set(body.map(({ x }) => Math.round((x - (edge ?? 0)) * 100) / 100))],
      [Math.round(2.1 * size * 100) / 100],
    )
    for (const label of labels)
      assert.ok(
        body.some(({ y }) => y === label.y),
        'the number stands on the first line',
      )
  }
})

test('all numbered paragraphs of a document hang alike, however high their numbers are', () => {
  const { lines } = linesOf([numbered(para(9, 'Wa'), para(10, 'Wb')), numbered(para(1000, 'Wc'))])
  const at = (text: string) => lines.find(line => line.text === text)
  const [a, c, label] = [at('Wa'), at('Wc'), at('1000.')]
  assert.is(a?.x, c?.x)
  assert.ok((label?.x ?? 0) + (label?.width ?? 0) < (c?.x ?? 0), 'the number stands before the words')
})

test('lists and quotations under a numbered paragraph begin where its words do; notes and tables at the edge', () => {
  const under = (block: Block): Block => ({ ...(block as object), underNumber: true }) as Block
  const { lines } = linesOf([
    numbered(
      para(1, 'Words'),
      under(b.list(['Item'])),
      b.p('Note', 'note'),
      b.table('grid', [1], ['Head'], [['Cell']]),
    ),
  ])
  const x = (text: string) => lines.find(line => line.text === text)?.x ?? 0
  assert.is(x('•'), x('Words'))
  assert.equal([x('Note'), x('Head'), x('Cell')], [x('1.'), x('1.'), x('1.')])
})

test('the rectangle of a numbered paragraph holds its number', () => {
  const { lines, blocks } = linesOf([numbered(para(1, WORDS))])
  const label = lines.find(({ text }) => text === '1.')
  const [rectangle] = blocks.find(({ path }) => path === '0.0')?.rectangles ?? []
  assert.ok(
    rectangle && label && rectangle.x <= label.x && label.x + label.width <= rectangle.x + rectangle.width,
  )
})

test('from right to left the numbers stand at the right', () => {
  const { lines } = linesOf([numbered(para(1, 'مرحبا بكم'))], 10.5, 'ar')
  const label = lines.find(({ text }) => text === '1.')
  const body = lines.find(({ text }) => text.includes('مرحبا'))
  assert.ok(label && body && label.x > body.x + body.width, `${label?.x} ${body?.x}`)
})

const elementsOf = (element: ReadElement): ReadElement[] => [
  element,
  ...element.kids.filter(isReadElement).flatMap(elementsOf),
]
const isLabel = (kid: ReadElement['kids'][number]) => isReadElement(kid) && kid.role === 'Lbl'

test('a number is the label in its paragraph, and read once before it', async () => {
  const findings = new Findings()
  const pdf = (
    await typeset(
      b.document([b.h(1, 'T'), numbered(para(1, WORDS.repeat(90)))]),
      styleOf(),
      ASSETS,
      findings.report,
    )
  )?.pdf
  assert.equal(findings.all, [])
  if (!pdf) throw new Error('nothing was printed')
  const paragraphs = elementsOf(readStructure(pdf).root).filter(
    ({ kids: [first] }) => first && isLabel(first),
  )
  assert.is(paragraphs.length, 1)
  const [paragraph] = paragraphs
  assert.is(paragraph?.role, 'P')
  const [label, first] = (paragraph?.kids ?? []).map(kid =>
    isReadElement(kid) ? spokenText(kid) : isReadWords(kid) ? kid.text : '',
  )
  assert.equal([label, first?.slice(0, 9)], ['1. ', 'the ferry'])
  assert.match(Buffer.from(pdf ?? []).toString('latin1'), 'pdfuaid:part')
})

test.run()
