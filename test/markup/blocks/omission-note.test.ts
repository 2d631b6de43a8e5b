import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addOmissionNote, type Block } from '../../../src/markup/index.js'
import { locales } from '../../support/edition.js'
import * as b from '../../typeset/build-document.js'

const noted = (...blocks: Block[]) =>
  addOmissionNote(b.document(blocks), [{ heading: 'Gaps', count: 2 }], 'paragraph', { locales }).blocks

test('the note on what is left out follows everything, on the pages of the last section if these are its own', () => {
  const wide = { ...b.section([b.p('x')]), page: 'landscape' } as Block
  const isNote = (block: Block | undefined) => block?.kind === 'paragraph' && block.style === 'note'
  assert.ok(isNote(noted(b.section([b.p('x')])).at(-1)))
  assert.ok(isNote(noted(wide, b.p('x')).at(-1)))
  const [last, ...others] = noted(wide)
  assert.equal(others, [])
  assert.ok(last?.kind === 'section' && last.page === 'landscape' && isNote(last.children.at(-1)))
})

test.run()
