import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block } from '../../../src/markup/index.js'
import { composePages } from '../../../src/typeset/compose-pages.js'
import { layOutPages } from '../../../src/typeset/flow/lay-out-pages.js'
import * as b from '../build-document.js'
import { styleOf } from '../workspace.js'
import { type SeenLine, type SeenPage, seenPage } from './generated-documents.js'

/** Sections of text, headings, boxes, tables and lists in two columns, with tables and boxes over both, and notes. */
type Piece = { readonly kind: keyof typeof MAKERS; readonly words: number; readonly note: number }

const wordsOf = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}w${index}`).join(' ')
const noted = (id: number, count: number, note: number) => {
  const text = b.t(wordsOf(`k${id}`, count))
  return note === 0 ? [text] : [text, b.note(`c${id}`, wordsOf(`n${id}`, note))]
}
const wide = (block: Block): Block => ({ ...block, spansColumns: true }) as Block
const MAKERS = {
  paragraph: (id: number, words: number, note: number) => b.p(noted(id, words, note)),
  heading: (id: number) => b.h(2, wordsOf(`h${id}`, 3)),
  box: (id: number, words: number, note: number) =>
    b.aside('note', b.p(noted(id, Math.min(words, 60), note))),
  list: (id: number, words: number) =>
    b.list([wordsOf(`k${id}`, Math.ceil(words / 2)), wordsOf(`l${id}`, words)]),
  float: (id: number, words: number) => ({
    ...b.table('grid', [1, 1], [], [[wordsOf(`e${id}`, 2), wordsOf(`e${id}b`, Math.min(words, 90))]]),
    id: `tbl:e${id}`,
  }),
  wideBox: (id: number, words: number) => wide(b.aside('note', b.p(wordsOf(`f${id}`, Math.min(words, 80))))),
  wideTable: (id: number, words: number) =>
    wide(b.table('grid', [1, 1], [], [[wordsOf(`f${id}`, 2), wordsOf(`g${id}`, Math.min(words, 60))]])),
}

const documentsOf = (kinds: readonly Piece['kind'][]) =>
  fc.record({
    pieces: fc.array(
      fc.record<Piece>({
        kind: fc.constantFrom(...kinds),
        words: fc.integer({ min: 1, max: 140 }),
        note: fc.oneof(
          { weight: 4, arbitrary: fc.constant(0) },
          { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }) },
        ),
      }),
      { minLength: 3, maxLength: 40 },
    ),
    before: fc.integer({ min: 0, max: 200 }),
    spacing: fc.double({ min: 0.7, max: 1.35, noNaN: true }),
  })

const all = documentsOf(['paragraph', 'paragraph', 'paragraph', ...(Object.keys(MAKERS) as Piece['kind'][])])
const laidOut = fc.sample(all, { seed: 5, numRuns: 150 }).map(laidOutFlow)

function laidOutFlow(document: {
  readonly pieces: readonly Piece[]
  readonly before: number
  readonly spacing: number
}) {
  const flow = document.pieces.map(({ kind, words, note }, id) => MAKERS[kind](id, words, note))
  const blocks = [
    ...(document.before > 0 ? [b.p(wordsOf('a0', document.before))] : []),
    b.section([b.section(flow)], 'two-columns'),
  ]
  const style = styleOf({
    page: { width: 595.28, height: 600, margins: { top: 60, right: 62, bottom: 64, left: 60 } },
    typeSize: 9.5,
  })
  const composed = composePages(b.document(blocks), style, { read: () => undefined })
  const { pages, places } = layOutPages(composed.parts, { ...composed, spacing: document.spacing })
  return { document, pages: pages.map(seenPage), places, flow }
}

const ROUNDING = 0.05
const isNote = ({ names }: SeenLine) => /^[nc]\d/.test(names[0] ?? '')
const isWide = ({ names }: SeenLine) => /^[fg]\d/.test(names[0] ?? '')
const isFloat = ({ names }: SeenLine) => /^e\d/.test(names[0] ?? '')
const isOver = (one: SeenLine, other: SeenLine) =>
  one.left < other.right - ROUNDING &&
  other.left < one.right - ROUNDING &&
  one.top < other.bottom - ROUNDING &&
  other.top < one.bottom - ROUNDING

function forAll(check: (pages: readonly SeenPage[], where: string, index: number) => void): void {
  for (const [index, { pages }] of laidOut.entries()) check(pages, `document ${index}`, index)
}

test('what flows through columns is inside of its page, and nothing is over anything else', () => {
  forAll((pages, where) => {
    pages.forEach(({ lines, body }, at) => {
      for (const line of lines) {
        const inside = line.top >= body.top - ROUNDING && line.bottom <= body.bottom + ROUNDING
        assert.ok(inside && line.right <= body.right + ROUNDING, `${where}, page ${at + 1}: ${line.text}`)
      }
      lines.forEach((line, position) => {
        const over = lines.slice(position + 1).find(other => isOver(line, other))
        assert.ok(!over, `${where}, page ${at + 1}: \`${line.text}\` and \`${over?.text}\``)
      })
    })
  })
})

/** The lines of a page in the order in which columns are read between what is as wide as both. */
const column = ({ left }: SeenLine) => (left < 290 ? 0 : 1)

test('text keeps its order through columns and pages, and so does what is as wide as both', () => {
  forAll((pages, where) => {
    const idsOf = (keep: (line: SeenLine) => boolean) =>
      pages.flatMap(({ lines }) =>
        lines
          .filter(line => keep(line) && !isNote(line))
          .map(({ names }) => Number(/\d+/.exec(names[0] ?? '')?.[0])),
      )
    const isText = (line: SeenLine) => !isWide(line) && !isFloat(line) && !/^a/.test(line.names[0] ?? '')
    for (const ids of [idsOf(isText), idsOf(isWide), idsOf(isFloat)])
      assert.equal(
        ids,
        [...ids].sort((one, other) => one - other),
        where,
      )
  })
})

test('what floats stands where the text has come to it, or at the head of a later column', () => {
  let moved = 0
  forAll((pages, where) => {
    const lanes = pages.flatMap(({ lines }) =>
      [0, 1].map(side => lines.filter(line => column(line) === side && !isWide(line) && !isNote(line))),
    )
    const idOf = (line: SeenLine) => Number(/^[a-z](\d+)/.exec(line.names[0] ?? '')?.[1])
    lanes.forEach((lane, at) => {
      for (const line of lane.filter(isFloat)) {
        const over = lane.filter(
          other => other.bottom <= line.top + ROUNDING && /^[hk]/.test(other.names[0] ?? ''),
        )
        const textBefore = lanes
          .slice(0, at)
          .flat()
          .filter(other => /^[hk]/.test(other.names[0] ?? ''))
        const isMoved = [...textBefore, ...over].some(other => idOf(other) > idOf(line))
        if (!isMoved) continue
        moved++
        assert.equal(
          over.filter(other => idOf(other) > idOf(line)).map(({ text }) => text),
          [],
          `${where}: ${line.text}`,
        )
      }
    })
  })
  assert.ok(moved > 20, `${moved}`)
})

const lastPieceOf = (index: number) => (laidOut[index]?.flow.length ?? 0) - 1

test('no column ends in a heading, and no line of a paragraph stands alone', () => {
  forAll((pages, where, index) => {
    const counts = new Map<string, number[]>()
    pages.forEach(({ lines }, at) => {
      const text = lines.filter(line => !isNote(line) && /^[efghk]/.test(line.names[0] ?? ''))
      for (const side of [0, 1]) {
        const own = text
          .filter(line => isWide(line) || column(line) === side)
          .sort((one, other) => one.top - other.top)
        const last = own.at(-1)?.names[0] ?? ''
        if (at < pages.length - 1 && !last.startsWith(`h${lastPieceOf(index)}w`))
          assert.not.match(last, /^h/, `${where}, page ${at + 1}`)
        const ofPart = new Map<string, number>()
        for (const { names } of own) {
          const name = /^k\d+/.exec(names[0] ?? '')?.[0]
          if (name) ofPart.set(name, (ofPart.get(name) ?? 0) + 1)
        }
        for (const [name, count] of ofPart) counts.set(name, [...(counts.get(name) ?? []), count])
      }
    })
    for (const [name, parts] of counts)
      if (parts.length > 1)
        assert.ok(Math.min(...parts) > 1, `${where}: ${name} in ${parts.join(', ')} lines`)
  })
})

test('the columns of the last page differ by a line, or by the two that stay together', () => {
  const documents = fc.sample(documentsOf(['paragraph']), { seed: 3, numRuns: 60 })
  const low = (lines: readonly SeenLine[]) => Math.max(...lines.map(({ bottom }) => bottom))
  const line = 9.5 * 1.34
  const differences = documents.flatMap(document => {
    const last = laidOutFlow(document).pages.at(-1)
    const text = (last?.lines ?? []).filter(each => !isNote(each) && !/^a/.test(each.names[0] ?? ''))
    const [left = [], right = []] = [0, 1].map(side => text.filter(each => column(each) === side))
    return right.length === 0 ? [] : [Math.abs(low(left) - low(right))]
  })
  assert.ok(differences.length > 40)
  // Two lines stay together before and after a break, and three of a short paragraph: that is what one column may have more.
  assert.ok(Math.max(...differences) <= 2 * line + ROUNDING, `${Math.max(...differences)}`)
  const even = differences.filter(difference => difference <= line + ROUNDING)
  assert.ok(even.length >= differences.length * 0.85, `${even.length} of ${differences.length}`)
})

test('a note begins on the page of the column that calls it', () => {
  forAll((pages, where) => {
    for (const { lines } of pages) {
      const begun = new Set(
        lines.flatMap(({ names }) => names.flatMap(name => /^n(\d+)w0$/.exec(name)?.[1] ?? [])),
      )
      const called = lines
        .filter(line => !isNote(line))
        .flatMap(({ names }) => names.flatMap(name => /^c(\d+)$/.exec(name)?.[1] ?? []))
      for (const id of called) assert.ok(begun.has(id), `${where}: note ${id}`)
    }
  })
})

test('the rectangles of blocks that hold no others are not over one another', () => {
  for (const [index, { places, flow }] of laidOut.entries()) {
    const all = flow.flatMap(block => places.rectangles.get(block) ?? [])
    all.forEach((one, at) => {
      const over = all
        .slice(at + 1)
        .find(
          other =>
            other.page === one.page &&
            one.x < other.x + other.width - ROUNDING &&
            other.x < one.x + one.width - ROUNDING &&
            one.y < other.y + other.height - ROUNDING &&
            other.y < one.y + one.height - ROUNDING,
        )
      assert.ok(!over, `document ${index}: ${JSON.stringify([one, over])}`)
    })
  }
})

test.run()
