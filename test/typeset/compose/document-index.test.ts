import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block } from '../../../src/markup/index.js'
import { indexDocument } from '../../../src/typeset/compose/document-index.js'
import * as b from '../build-document.js'

const indexOf = (...blocks: Block[]) => indexDocument({ blocks })

test('knows headings, ids, sources and their first mentions as destinations, wherever they are', () => {
  const { destinations, referencedSources } = indexOf(
    b.section([b.aside('note', b.h(2, 'One', 'one'))]),
    b.list(['x']),
    b.p([b.t('So'), b.ref(1, 'council', true), b.ref(2, 'port')]),
    b.sources(['council', 'Minutes'], ['port', 'Log']),
  )
  assert.equal(
    [...destinations].sort(),
    ['id:one', 'mention:council', 'source:council', 'source:port'].sort(),
  )
  assert.equal([...referencedSources], ['council'])
})

test('lists headings of the second and third level that have words', () => {
  const { contentsHeadings } = indexOf(b.h(1, 'A'), b.h(2, 'B'), b.h(3, 'C'), b.h(3, '\u00AD'), b.h(4, 'D'))
  assert.equal(
    contentsHeadings.map(({ level }) => level),
    [2, 3],
  )
})

test('skips no level of headings, however deep they go', () => {
  const headings = [b.h(1, 'A'), b.h(2, 'B'), b.h(3, 'C'), b.h(4, 'D'), b.h(2, ''), b.h(4, 'E'), b.h(1, 'F')]
  const { headingLevels } = indexOf(...headings)
  const levels = headings.map(heading => headingLevels.get(heading as never))
  assert.equal(levels, [1, 2, 3, 4, undefined, 4, 1])
})

test.run()
