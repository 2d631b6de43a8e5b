import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Diagnostic, Findings } from '../../../src/diagnostics/index.js'
import type { Block } from '../../../src/markup/index.js'
import { outlineTags, readStructure } from '../../../src/typeset/index.js'
import { layOut, typeset } from '../../../src/typeset/typeset.js'
import * as b from '../build-document.js'
import { styleOf } from '../workspace.js'

const ASSETS = { read: () => undefined }
const A4 = { width: 595.28, height: 841.89 }
const MARGINS = { top: 60, right: 60, bottom: 60, left: 60 }

/** A table of as many columns, each as wide as a number that nothing breaks. */
function table(columns: number, wide?: 'turn', rows = 2): Block {
  const of = (text: string) => Array.from({ length: columns }, (_, index) => `${text}${index}`)
  const all = Array.from({ length: rows }, () => of('10000000'))
  return {
    ...(b.table('grid', Array(columns).fill(1), of('Head'), all) as object),
    ...(wide && { wide }),
  } as Block
}

function laidOut(blocks: readonly Block[], width = A4.width, height = A4.height) {
  const findings = new Findings()
  const style = styleOf({ page: { width, height, margins: MARGINS } })
  const document = layOut(b.document(blocks), style, ASSETS, findings.report)
  const pages = document?.asData().pages.map(({ width, height, lines }) => ({
    lies: width > height,
    words: lines.filter(({ block }) => block !== null).map(({ text }) => text),
    right: Math.max(...lines.map(line => line.x + line.width)),
  }))
  return { found: findings.all, pages: pages ?? [] }
}

const lackIn = (found: readonly Diagnostic[]) =>
  Number(/lacks (\d+) points/.exec(found[0]?.message ?? '')?.[1])

test('a table that is too wide is refused with the width that is missing, to the point', () => {
  const { found } = laidOut([table(10)])
  assert.equal(
    found.map(({ code }) => code),
    ['table-too-wide'],
  )
  const lack = lackIn(found)
  assert.match(found[0]?.message ?? '', `lacks ${lack} points (${Math.ceil((lack / 72) * 25.4)} mm) of width`)
  assert.equal(laidOut([table(10)], A4.width + lack).found, [])
  assert.is(laidOut([table(10)], A4.width + lack - 1.01).found.length, 1)
})

test('it is turned onto a page of its own that lies where it may be, and only if it must', () => {
  const { found, pages } = laidOut([b.p('before'), table(10, 'turn'), b.p('after')])
  assert.equal(found, [])
  assert.equal(
    pages.map(({ lies }) => lies),
    [false, true],
  )
  assert.equal(pages[0]?.words, ['before', 'after'])
  assert.ok((pages[1]?.right ?? 0) <= A4.height - MARGINS.right + 0.01)
  assert.equal(
    laidOut([b.p('before'), table(5, 'turn'), b.p('after')]).pages.map(({ lies }) => lies),
    [false],
  )
})

test('headings before it, its caption, and notes right below it go along', () => {
  const captioned = { ...(table(10, 'turn') as object), caption: b.words('Caption') } as Block
  const { pages } = laidOut([
    b.p('before'),
    b.section([b.h(2, 'Section'), b.h(3, 'Part'), captioned, b.p('Note', 'note'), b.p('more')]),
  ])
  assert.equal(
    pages.map(({ words }) => words.filter(word => /^[A-Z][a-z]+$/.test(word))),
    [[], ['Section', 'Part', 'Caption', 'Note'], []],
  )
  assert.equal(
    pages.map(({ words }) => words.filter(word => /^(before|more)$/.test(word))),
    [['before'], [], ['more']],
    'what stands under a heading stays below it',
  )
  const twice = laidOut([b.p('before'), table(10, 'turn'), b.h(2, 'Part'), table(10, 'turn'), b.p('more')])
  assert.equal(
    twice.pages.map(({ words }) => words.filter(word => /^(before|Part|more)$/.test(word))),
    [['before'], ['Part'], ['more']],
  )
  const only = laidOut([b.section([b.h(2, 'Section'), table(10, 'turn')])])
  assert.equal(
    only.pages.map(({ lies }) => lies),
    [true],
    'no page is left empty',
  )
})

test('what follows it fills the page before it, in whole blocks and in order', () => {
  const text = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${name}x${at}`).join(' ')
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 160 }), { minLength: 1, maxLength: 14 }),
      fc.array(fc.integer({ min: 1, max: 160 }), { minLength: 1, maxLength: 14 }),
      fc.boolean(),
      (before, after, isTwice) => {
        const paragraphs = (name: string, lengths: readonly number[]) =>
          lengths.map((length, index) => b.p(text(`${name}${index}`, length)))
        const [first, last] = [paragraphs('a', before), paragraphs('b', after)]
        const middle = isTwice ? [b.p('mx0'), table(10, 'turn')] : []
        const all = [...first, table(10, 'turn'), ...middle, ...last]
        const { found, pages } = laidOut(all)
        assert.equal(found, [])
        const upright = pages.filter(({ lies }) => !lies)
        const words = upright.flatMap(page => page.words.join(' ').match(/\b[abm]\d*x\d+/g) ?? [])
        const wanted = [...first, ...middle, ...last].flatMap(
          block => JSON.stringify(block).match(/[abm]\d*x\d+/g) ?? [],
        )
        assert.equal(words, wanted)
        const alone = laidOut([...first, ...(isTwice ? [b.p('mx0')] : []), ...last]).pages
        assert.ok(
          upright.length <= alone.length + 1,
          `${upright.length} pages, ${alone.length} without tables`,
        )
        assert.ok(pages.length - upright.length <= (isTwice ? 2 : 1))
      },
    ),
    { seed: 8, numRuns: 25 },
  )
})

test('blocks that go on below others before a turned table have the space between them that they would have', () => {
  const yOf = (...between: Block[]) => {
    const findings = new Findings()
    const style = styleOf({ page: { ...A4, margins: MARGINS } })
    const document = layOut(b.document([b.p('one'), ...between, b.p('two')]), style, ASSETS, findings.report)
    return document?.asData().pages[0]?.lines.find(({ text }) => text === 'two')?.y
  }
  assert.is(yOf(table(10, 'turn')), yOf())
  assert.ok(yOf() !== undefined)
})

test('tables that follow one another share pages that lie, and long ones go on over several', () => {
  const { pages } = laidOut([table(10, 'turn'), table(10, 'turn')])
  assert.equal(
    pages.map(({ lies }) => lies),
    [true],
  )
  const long = laidOut([table(10, 'turn', 60), b.p('after')]).pages
  assert.equal(
    long.map(({ lies }) => lies),
    [...long.slice(1).map(() => true), false],
  )
  assert.ok(long.length > 2)
})

test('in an annex it is turned too, and its page counts as one of the annex', () => {
  const annex = {
    ...(b.section([b.h(2, 'Annex'), b.p('words'), table(10, 'turn')]) as object),
    page: 'annex',
  } as Block
  const findings = new Findings()
  const document = layOut(
    b.document([b.p('body'), annex]),
    styleOf({ page: { ...A4, margins: MARGINS } }),
    ASSETS,
    findings.report,
  )
  assert.equal([findings.all, document?.pages, document?.annexPages], [[], 1, 2])
})

test('where no page can begin, and on pages that lie, it is refused', () => {
  const turned = table(10, 'turn')
  for (const block of [
    b.section([turned], 'box'),
    b.section([turned], 'two-columns'),
    b.aside('note', turned),
    b.columns([1, 1], [turned], [b.p('x')]),
  ])
    assert.equal(
      laidOut([block]).found.map(({ code }) => code),
      ['table-too-wide'],
    )
  const wider = table(22, 'turn')
  const { found } = laidOut([wider])
  assert.match(found[0]?.message ?? '', /even on a page that lies$/)
  assert.equal(laidOut([wider], A4.width, A4.height + lackIn(found)).found, [])
  const lying = laidOut([wider], A4.height, A4.width).found
  assert.not.match(lying[0]?.message ?? '', /even on/)
})

test('the finding says that a table may be turned where that would be enough', () => {
  const hintsOf = (block: Block) =>
    laidOut([block])
      .found.flatMap(({ hints }) => hints)
      .join()
  assert.match(hintsOf(table(10)), /wide="turn"/)
  assert.not.match(hintsOf(table(22)), /wide="turn"/)
})

test('a turned table stands in the tags where the document has it', async () => {
  const findings = new Findings()
  const document = b.document([b.h(1, 'T'), b.section([b.p('before'), table(10, 'turn'), b.p('after')])])
  const pdf = (
    await typeset(document, styleOf({ page: { ...A4, margins: MARGINS } }), ASSETS, findings.report)
  )?.pdf
  assert.equal(findings.all, [])
  const tags = outlineTags(readStructure(pdf ?? new Uint8Array()))
  const outline = tags
    .split('\n')
    .map(line => line.trim())
    .filter(line => /^(Sect|Table|P: (before|after))/.test(line))
  assert.equal(
    outline.map(line => line.split(' |')[0]),
    ['Sect', 'P: before', 'Table', 'P: after'],
  )
})

test.run()
