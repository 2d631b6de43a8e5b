import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { present } from '../../../src/diagnostics/index.js'
import type { Block } from '../../../src/markup/index.js'
import { pdfWords } from '../../export/words/pdf-words.js'
import * as b from '../build-document.js'
import { print } from '../workspace.js'

/** What is read out, in order, without what is read before all else. */
async function readOut(blocks: readonly Block[], name: string): Promise<string> {
  const { printed } = await print(b.document([b.h(1, 'Title'), ...blocks]), { name })
  return pdfWords(present(printed, 'PDF').pdf, 0)
    .words.map(({ text }) => text)
    .join(' ')
}

const cells = (texts: readonly string[], isHead: boolean) =>
  texts.map((text, index) => ({
    ...{ span: 1, rows: 1, place: b.nowhere, children: text === '' ? [] : [b.p(text)] },
    header: isHead ? ('column' as const) : index === 0 ? ('row' as const) : undefined,
  }))

test('where rows stand one after the other, a table is read from its title, and each cell after the head of its column', async () => {
  const table: Block = {
    kind: 'table',
    ...{ style: 'grid', caption: [b.t('What it costs')], widths: [1, 1, 1], place: b.nowhere },
    head: [{ cells: cells(['Year', 'Now', 'Then'], true), place: b.nowhere }],
    body: [{ cells: cells(['2024', 'more', 'less'], false), place: b.nowhere }],
  }
  assert.is(await readOut([table], 'large-print'), 'Title What it costs 2024 Now more Then less')
})

test('the heading of a section in two columns is read before its text', async () => {
  const section = b.section([b.h(2, 'Heading'), b.p('Its text.')], 'two-columns')
  assert.is(await readOut([section], 'default'), 'Title Heading Its text.')
})

test.run()
