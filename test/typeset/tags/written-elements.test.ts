import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type MarkedContent, StructureElement } from '../../../src/typeset/nodes/structure-element.js'
import type { ContentReference } from '../../../src/typeset/tags/drawn-marks.js'
import { writtenElements } from '../../../src/typeset/tags/written-elements.js'
import { nowhere } from '../build-document.js'

/** A table of a row a text; a row is written `2x` for a cell over two rows with words, `2` for one without. */
function rowsWritten(...rows: readonly string[]): number[] {
  const root = new StructureElement('Document', nowhere)
  const references = new Map<MarkedContent, readonly ContentReference[]>()
  const body = root.add('Table', nowhere).add('TBody', nowhere)
  for (const [index, text] of rows.entries()) {
    const row = body.add('TR', nowhere)
    const cell = row.add('TD', nowhere, { rowSpan: Number.parseInt(text, 10) })
    if (text.endsWith('x')) references.set(cell.add('P', nowhere).markedContent(), [{ page: 0, mcid: index }])
  }
  const written = writtenElements(root, { references })
  return body.kids.flatMap((row, index) =>
    row instanceof StructureElement && written.has(row) ? [index] : [],
  )
}

test('a row without words is written only if a cell ties it to one with words', () => {
  assert.equal(rowsWritten('1x', '1', '1x'), [0, 2])
  assert.equal(rowsWritten('2x', '1', '1'), [0, 1])
  assert.equal(rowsWritten('2', '1x', '1'), [0, 1])
  assert.equal(rowsWritten('3', '1', '1x', '2', '1'), [0, 1, 2])
  assert.equal(rowsWritten('2', '1'), [])
})

test.run()
