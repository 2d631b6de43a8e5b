import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import type { Block } from '../../../src/markup/index.js'
import { layOut, type PageText, type TextLine } from '../../../src/typeset/index.js'
import * as b from '../build-document.js'
import { styleOf } from '../workspace.js'

/** A4 with the margins of `styleOf`. */
const TOP = 64
const BOTTOM = 841.89 - 68

/** Kinds of element; each word that is printed says of which element it is: `quote12w3`. */
type Kind = 'para' | 'head' | 'quote' | 'card' | 'row' | 'th' | 'item' | 'flow' | 'side'

let count = 0
const named = (kind: Kind, words: number) => {
  const id = count++
  return Array.from({ length: words }, (_, index) => `${kind}${id}w${index}`).join(' ')
}
const words = (min: number, max: number) => fc.integer({ min, max })

const paragraph = words(1, 130).map(length => b.p(named('para', length)))
const heading = words(1, 4).map(length => b.h(2, named('head', length)))
const quote = words(1, 60).map(length => b.quotation(named('quote', length), undefined))
const card = words(1, 60).map(length => b.aside('note', b.p(named('card', length))))
const list = fc
  .array(words(1, 30), { minLength: 2, maxLength: 8 })
  .map(items => b.list(items.map(length => named('item', length))))
const table = fc
  .tuple(fc.array(words(1, 24), { minLength: 3, maxLength: 30 }), fc.boolean())
  .map(([rows, head]) =>
    b.table('grid', [1, 3], head ? [named('th', 1), named('th', 1)] : [], rows.map(rowOf)),
  )
const rowOf = (length: number) => {
  const [first = '', ...rest] = named('row', length + 1).split(' ')
  return [first, rest.join(' ')]
}
const flow = fc.array(words(1, 120), { minLength: 1, maxLength: 10 }).map(parts =>
  b.section(
    parts.map(length => b.p(named('flow', length))),
    'two-columns',
  ),
)
const sides = fc
  .tuple(fc.array(words(1, 90), { minLength: 1, maxLength: 7 }), fc.array(words(1, 90), { maxLength: 7 }))
  .map(all => b.columns([1, 1], ...all.map(parts => parts.map(length => b.p(named('side', length))))))

const blocks = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: paragraph },
    { weight: 4, arbitrary: heading },
    ...[quote, card, list, table, flow, sides].map(arbitrary => ({ weight: 2, arbitrary })),
  ),
  { minLength: 3, maxLength: 30 },
)

interface Seen {
  readonly kind: Kind
  readonly id: string
  readonly line: TextLine
}

/** The elements of each page's body, line by line. */
const elements = (text: readonly PageText[]): Seen[][] =>
  text.map(page =>
    page
      .filter(line => line.y > TOP && line.y < BOTTOM)
      .flatMap(line => {
        const [, kind, number] = /([a-z]+)(\d+)w\d+/.exec(line.text.toLowerCase().replaceAll('-', '')) ?? []
        return kind ? [{ kind: kind as Kind, id: `${kind}${number}`, line }] : []
      }),
  )

const linesOn = (page: readonly Seen[], id: string) => page.filter(seen => seen.id === id).length
const ids = (page: readonly Seen[], kind: Kind) => [
  ...new Set(page.filter(seen => seen.kind === kind).map(seen => seen.id)),
]

/** Documents of any blocks at any density, laid out once for all the properties that they must have. */
const documents = fc
  .sample(fc.tuple(blocks, fc.double({ min: 0.7, max: 1.35, noNaN: true })), { seed: 21, numRuns: 30 })
  .map(([all, spacing]) => {
    const findings = new Findings()
    const style = styleOf({ spacing })
    const laidOut = layOut(b.document(all), style, { read: () => undefined }, findings.report)
    assert.equal(findings.all, [])
    return { all, pages: elements(laidOut?.text ?? []) }
  })

function forAll(check: (pages: readonly Seen[][], blocks: readonly Block[]) => void): void {
  for (const { pages, all } of documents) check(pages, all)
}

test('no page is empty, holds headings alone, or ends in a heading', () => {
  forAll(pages => {
    pages.forEach((page, index) => {
      const text = page.filter(seen => seen.kind !== 'head')
      const end = index === pages.length - 1
      assert.ok(page.length > 0)
      if (!end) {
        assert.ok(text.length > 0, 'a page of headings')
        assert.is.not(page.at(-1)?.kind, 'head')
      }
    })
  })
})

test('quotations, boxes, headings and rows stay whole', () => {
  forAll(pages => {
    for (const kind of ['quote', 'card', 'head', 'row'] as const) {
      const all = pages.flatMap(page => ids(page, kind))
      assert.is(new Set(all).size, all.length, `a ${kind} is broken`)
    }
  })
})

test('at least two lines of a paragraph stand on each side of a break', () => {
  forAll(pages => {
    for (const kind of ['para', 'side'] as const)
      pages.forEach((page, index) => {
        for (const id of ids(page, kind)) {
          const others = pages.some((other, at) => at !== index && linesOn(other, id) > 0)
          if (others) assert.ok(linesOn(page, id) >= 2, `${id}: one line on page ${index + 1}`)
        }
      })
  })
})

test('two lines at least stand on each side of where a column ends', () => {
  forAll(pages => {
    const columns = pages.flatMap(page =>
      [0, 1].map(side => page.filter(({ kind, line }) => kind === 'flow' && (line.x < 250 ? 0 : 1) === side)),
    )
    columns.forEach((column, index) => {
      for (const id of ids(column, 'flow')) {
        const others = columns.some((other, at) => at !== index && linesOn(other, id) > 0)
        if (others) assert.ok(linesOn(column, id) >= 2, `${id}: one line in a column`)
      }
    })
  })
})

test('no row of a table stands alone, and its head repeats over the others', () => {
  forAll((pages, all) => {
    for (const block of all) {
      if (block.kind !== 'table') continue
      const rows = block.body.map(row => idIn(row)).filter(id => id !== undefined)
      const heads = block.head.flatMap(row => idIn(row) ?? [])
      for (const page of pages) {
        const here = ids(page, 'row').filter(id => rows.includes(id))
        assert.is.not(here.length, 1, `${here[0]} stands alone`)
        if (here.length > 0)
          for (const head of heads) assert.ok(linesOn(page, head) === 1, `${head} is missing`)
      }
    }
  })
})

const idIn = (row: unknown): string | undefined => /(?:row|th)\d+(?=w)/.exec(JSON.stringify(row))?.[0]

test('columns of one section end at heights that differ by no more than what stays together', () => {
  forAll((pages, all) => {
    const flows = all.filter(block => block.kind === 'section')
    for (const section of flows) {
      const own = new Set(JSON.stringify(section).match(/flow\d+(?=w)/g))
      for (const page of pages) {
        const lines = page.filter(({ id }) => own.has(id)).map(({ line }) => line)
        const [left, right] = [lines.filter(({ x }) => x < 250), lines.filter(({ x }) => x >= 250)]
        if (right.length === 0) continue
        // A paragraph of three lines goes whole from one column to the other, with the space over it.
        assert.ok(Math.abs(lowest(left) - lowest(right)) < 10.5 * 1.34 * 4 + 8, 'columns are not balanced')
        assert.ok(Math.abs((left[0]?.y ?? 0) - (right[0]?.y ?? 0)) < 0.1, 'columns do not begin together')
      }
    }
  })
})

const lowest = (lines: readonly TextLine[]) => Math.max(...lines.map(line => line.y))

test('every word is printed, once', () => {
  forAll((pages, all) => {
    const texts = [...JSON.stringify(all).matchAll(/"text":"([^"]*)"/g)].map(match => match[1] ?? '')
    const wanted = texts
      .flatMap(text => text.split(' '))
      .filter(word => word !== '' && !word.startsWith('th'))
    const seen = pages
      .flat()
      .flatMap(({ kind, line }) => (kind === 'th' ? [] : line.text.replaceAll('-', ' ').split(' ')))
    assert.equal([...seen].sort(), [...wanted].sort())
  })
})

test.run()
