import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { present } from '../../../src/diagnostics/index.js'
import type { Block, Document } from '../../../src/markup/index.js'
import { type DocumentStyle, layOut, type PageData, readStructure } from '../../../src/typeset/index.js'
import { outlineElement } from '../../../src/typeset/outline/tag-outline.js'
import { placeNotesBeside } from '../../../src/typeset/pages/margin-notes.js'
import * as b from '../build-document.js'
import { print, styleOf, themeNamed } from '../workspace.js'

const { p, h, t, ref } = b

const JOURNAL = {
  ...themeNamed('default'),
  measure: 34,
  margin: { width: 90, gap: 14, holds: ['sources', 'terms'] as ('sources' | 'terms')[] },
}
/** The text of a page of `styleOf` is 459.28 points wide: 355.28 are left for it. */
const COLUMN = { left: 68 + 355.28 + 14, right: 595.28 - 68 }

const SHORT = 'Council, Minutes, 3 Mar 2025'
const sources = [
  { id: 'council', number: 1, short: SHORT },
  { id: 'courier', number: 2, short: '“Ferry to sail on”, 4 Mar 2025' },
]
const lists = [
  b.dl('glossary', [
    ['Subsidy', 'Money that the town pays so that a line sails'],
    ['Slip', 'Where a ferry lands'],
  ]),
  b.sources(['council', 'Council, Minutes of a long meeting, 3 March 2025'], ['courier', 'Courier']),
]

function pagesOf(
  blocks: readonly Block[],
  more: Partial<DocumentStyle> = {},
  document: Partial<Document> = {},
): readonly PageData[] {
  const laidOut = layOut(
    b.document([...blocks, ...lists], { sources, ...document }),
    styleOf({ theme: JOURNAL, ...more }),
    { read: () => undefined },
    assert.unreachable,
  )
  return present(laidOut, 'pages').asData().pages
}

/** What stands in the margin of a page, its notes joined. */
const marginOf = ({ lines }: PageData) =>
  lines.filter(({ x, block }) => block === null && x >= COLUMN.left - 0.02 && x < COLUMN.right - 40)
const textsOf = (lines: readonly PageData['lines'][number][]) =>
  lines
    .map(({ text }) => text)
    .join(' ')
    .replace(/\u2002/g, ' ')

const citing = (text: string, number = 1, source = 'council', first = true) =>
  p([t(text), ref(number, source, first)])

test('a source stands in the margin beside the line that first cites it, a term beside its first use', () => {
  const [page] = pagesOf([
    p('Before.'),
    citing('The council voted.'),
    p('The town pays two subsidies and one subsidy.'),
    citing('So it said again.', 1, 'council', false),
  ])
  const { lines } = present(page, 'page')
  const notes = marginOf(present(page, 'page')).filter(({ y }) => y < 700)
  assert.is(textsOf(notes), `1 ${SHORT} Subsidy Money that the town pays so that a line sails`)
  const call = lines.find(({ text }) => text.startsWith('The council voted'))
  const note = lines.find(({ text }) => /^1\sCouncil/.test(text))
  assert.is(note?.y, call?.y)
  assert.ok(notes.every(({ x, width }) => x + width <= COLUMN.right + 0.02))
  const body = lines.filter(({ block }) => block !== null)
  assert.ok(body.every(({ x, width }) => x + width <= COLUMN.left - 14 + 0.02))
})

test('headings and figures call no note, nor does the glossary itself', () => {
  const [page] = pagesOf([h(1, 'The subsidy'), h(2, 'On the slip'), p('A quiet year.')])
  assert.equal(
    marginOf(present(page, 'page')).filter(({ y }) => y < 770),
    [],
  )
})

test('a term is found as a whole word, also in its plural and with a capital', () => {
  const found = (text: string) =>
    marginOf(present(pagesOf([p(text)])[0], 'page')).filter(({ y }) => y < 770).length > 0
  for (const text of ['Two slips.', 'SLIP', 'the slip, too', '“Slip”']) assert.ok(found(text), text)
  for (const text of ['Slippers.', 'A landslip.', 'Slipway', 'slip2']) assert.not.ok(found(text), text)
})

test('a German plural with an umlaut is the same term', () => {
  const glossary = b.dl('glossary', [['Zuschuss', 'Geld der Stadt']])
  const [page] = pagesOf([p('Die Zuschüsse reichen bis März.'), glossary], {}, { lang: 'de' })
  assert.is(textsOf(marginOf(present(page, 'page')).filter(({ y }) => y < 90)), 'Zuschuss Geld der Stadt')
})

test('without a margin in the theme, or room for one, the text has its whole measure and nothing stands beside it', () => {
  const call = [citing('The council voted. '.repeat(20))]
  const widest = (pages: readonly PageData[]) =>
    Math.max(
      ...pages.flatMap(({ lines }) => lines.filter(({ block }) => block === '0').map(({ width }) => width)),
    )
  const { margin: _, ...plain } = JOURNAL
  const without = pagesOf(call, { theme: plain })
  assert.ok(widest(without) > 340 && widest(pagesOf(call)) <= 355.3)
  assert.equal(
    without.flatMap(({ lines }) => lines.filter(({ text }) => text.includes('Minutes, 3 Mar'))),
    [],
  )
  const page = { width: 420, height: 595, margins: { top: 60, bottom: 60, left: 50, right: 50 } }
  const small = pagesOf(call, { page })
  assert.equal(
    small.flatMap(({ lines }) => lines.filter(({ text }) => /^1\s/.test(text))),
    [],
  )
  assert.ok(widest(small) > 300)
})

test('a theme says what its margin holds', () => {
  const blocks = [citing('The council pays a subsidy.')]
  for (const [holds, text] of [
    ['sources', `1 ${SHORT}`],
    ['terms', 'Subsidy Money that the town pays so that a line sails'],
  ] as const) {
    const theme = { ...JOURNAL, margin: { ...JOURNAL.margin, holds: [holds] } }
    const [page] = pagesOf(blocks, { theme })
    assert.is(textsOf(marginOf(present(page, 'page')).filter(({ y }) => y < 770)), text)
  }
})

test('a table takes the whole width, and notes called in and before it stand clear of it', () => {
  const rows = Array.from({ length: 12 }, (_, index) => [`Row ${index}`, 'words'])
  const [page] = pagesOf([
    p('Before.'),
    p('Before.'),
    citing('The council voted.'),
    b.table('grid', [1, 1], ['A', 'B'], rows),
    p('The subsidy.'),
  ])
  const { vectors } = present(page, 'page')
  const table = vectors.filter(({ block, width }) => block === '3' && width > 400)
  const [top, bottom] = [Math.min(...table.map(({ y }) => y)), Math.max(...table.map(({ y }) => y))]
  const notes = marginOf(present(page, 'page')).filter(({ y }) => y < 770)
  assert.ok(bottom - top > 100 && notes.length >= 4)
  assert.ok(
    notes.every(({ y, size }) => y <= top || y - size >= bottom),
    notes.map(({ y }) => y).join(),
  )
})

test('a note that would stand far from its line is left to the list', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => [`Row ${index}`, 'words'])
  const shown = (count: number) => {
    const call = [t('Cited'), ref(1, 'council', true)]
    const table = b.table('grid', [1, 1], ['A', 'B'], [[call, 'words'], ...rows(count)])
    return pagesOf([table]).some(({ lines }) =>
      lines.some(({ text }) => /^1\sCouncil, Minutes, 3/.test(text)),
    )
  }
  assert.equal([shown(6), shown(25)], [true, false])
})

test('text in columns has no margin beside it, and calls no note', () => {
  const left = Array.from({ length: 12 }, () => p('A line of the left column.'))
  const shown = (...blocks: Block[]) =>
    pagesOf(blocks).some(({ lines }) => lines.some(({ text }) => /^1\sCouncil, Minutes, 3/.test(text)))
  assert.not.ok(shown(b.columns([1, 1], left, [citing('The council voted.')])))
  assert.not.ok(shown(b.columns([1, 1], [citing('The council voted.')], left)))
  assert.not.ok(shown(b.section([...left, citing('The council voted.')], 'two-columns')))
  assert.ok(shown(b.columns([1, 1], left, left), citing('The council voted.')))
})

test('in a document from right to left the margin is at the left', () => {
  const [page] = pagesOf([citing('המועצה הצביעה.')], {}, { lang: 'he' })
  const note = present(page, 'page').lines.find(({ text }) => /^1\s/.test(text))
  assert.ok(note && note.x + note.width < 68 + 90.02, String(note?.x))
})

test('the structure has each source once, in the list, with the link to it; the notes are read nowhere', async () => {
  const document = b.document([h(1, 'Title'), citing('The council pays a subsidy.'), ...lists], { sources })
  const { printed, found } = await print(document, { theme: JOURNAL })
  assert.equal(found, [])
  const tags = outlineElement(readStructure(present(printed, 'print').pdf).root)
  assert.not.match(tags, SHORT)
  assert.is(tags.match(/Note[^\n]*: Council, Minutes of a long meeting/g)?.length, 1)
  assert.is(tags.match(/Money that the town pays/g)?.length, 1)
})

const span = fc.record({ top: fc.integer({ min: 0, max: 700 }), height: fc.integer({ min: 1, max: 200 }) })

test('notes beside the text overlap nothing, keep their order and stay on the page', () => {
  const notes = fc.array(
    fc.record({ wanted: fc.integer({ min: 0, max: 700 }), height: fc.integer({ min: 5, max: 120 }) }),
    { maxLength: 8 },
  )
  const within = { top: 0, bottom: 720 }
  let placedAll = 0
  fc.assert(
    fc.property(notes, fc.array(span, { maxLength: 3 }), (unsorted, spans) => {
      const taken = spans.map(({ top, height }) => ({ top, bottom: top + height }))
      const sorted = unsorted.toSorted((one, other) => one.wanted - other.wanted)
      const placed = placeNotesBeside(sorted, taken, within, 6)
      if (!placed) return
      placedAll++
      assert.equal(
        placed.map(({ called }) => called),
        sorted,
      )
      for (const [index, { called, top }] of placed.entries()) {
        const bottom = top + called.height
        assert.ok(top >= within.top && bottom <= within.bottom)
        const next = placed[index + 1]
        assert.ok(next === undefined || next.top >= bottom + 6 - 0.01)
        for (const each of taken) assert.ok(bottom <= each.top - 6 + 0.02 || top >= each.bottom + 6 - 0.02)
      }
    }),
  )
  assert.ok(placedAll > 20, String(placedAll))
})

test('a note with room stands where it is wanted; where the page ends notes move up; without room there is no place', () => {
  const place = (...notes: [number, number][]) =>
    placeNotesBeside(
      notes.map(([wanted, height]) => ({ wanted, height })),
      [{ top: 100, bottom: 200 }],
      { top: 0, bottom: 300 },
      10,
    )?.map(({ top }) => top)
  assert.equal(place([20, 30], [220, 40]), [20, 220])
  assert.equal(place([20, 30], [25, 20]), [20, 60])
  assert.equal(place([80, 30]), [60])
  assert.equal(place([160, 30]), [210])
  assert.equal(place([20, 60], [85, 30]), [20, 210])
  assert.equal(place([280, 40]), [260])
  assert.equal(place([250, 30], [270, 40]), [220, 260])
  assert.equal(place([210, 60], [290, 60]), [30, 240])
  assert.is(place([210, 95], [290, 100]), undefined)
})

test.run()
