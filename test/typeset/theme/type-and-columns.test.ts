import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../../src/diagnostics/index.js'
import type { Block } from '../../../src/markup/index.js'
import { layOut, parseTheme } from '../../../src/typeset/index.js'
import { document, em, h, nowhere, p, section, strong, t, table } from '../build-document.js'
import { fonts, styleOf, themeFiles } from '../workspace.js'

/** The lines of a page in a theme, without those at its head and foot. */
function lines(theme: string, blocks: readonly Block[], typeSize = 10) {
  const findings = new Findings()
  const file = new SourceFile('templates/themes/mine.yaml', `extends: default\n${theme}\n`)
  const files = new Map([...themeFiles, ['mine', file]])
  const parsed = parseTheme(files, 'mine', findings.report, undefined, { fonts })
  assert.equal(findings.all, [])
  assert.ok(parsed)
  const laidOut = layOut(
    document(blocks),
    styleOf({ theme: parsed, typeSize }),
    { read: () => undefined },
    findings.report,
  )
  const body = laidOut?.asData().pages[0]?.lines ?? []
  return body.filter(({ y }) => y > 60 && y < 770)
}

const sizesAt = (theme: string, typeSize: number) =>
  lines(theme, [h(2, 'Sources'), p('Note', 'note'), p('Text')], typeSize).map(({ size }) => size)

test('what a theme sets small is never smaller than its smallest size', () => {
  const small = 'styles: { p.note: { size: 0.8 }, h2: { size: 1.5 } }'
  assert.equal(sizesAt(small, 10), [15, 8, 10])
  assert.equal(sizesAt(small, 8), [12, 8, 8])
  assert.equal(sizesAt(`type: { smallest: 9 }\n${small}`, 10), [15, 9, 10])
  assert.equal(sizesAt(`type: { smallest: 7 }\n${small}`, 8), [12, 7, 8])
})

test('columns of a theme without columns follow one another over the whole width', () => {
  const both: Block = {
    kind: 'columns',
    widths: [50, 50],
    columns: [[p('Left')], [p('Right')]],
    place: nowhere,
  }
  const starts = (theme: string) => lines(theme, [both]).map(({ x, y }) => [x > 200, y])
  const [left, right] = starts('measure: 42')
  assert.equal([left?.[0], right?.[0]], [false, true])
  assert.is(left?.[1], right?.[1])
  const stacked = starts('styles: { columns: { arrangement: stacked } }')
  assert.equal(
    stacked.map(([isRight]) => isRight),
    [false, false],
  )
  assert.ok(Number(stacked[1]?.[1]) > Number(stacked[0]?.[1]))
})

test('a section of two columns is one of one, too', () => {
  const items = Array.from({ length: 8 }, (_, index) => p(`${index} words of a line`))
  const widest = (theme: string) =>
    Math.max(...lines(theme, [section([h(2, 'Heading'), ...items], 'two-columns')]).map(({ x }) => x))
  assert.ok(widest('measure: 42') > 200)
  assert.ok(widest('styles: { section.two-columns: { arrangement: stacked } }') < 200)
})

test('rows of a table follow one another where a theme stacks them, each cell under its head', () => {
  const rows = [
    ['Repair', 'Fast', ''],
    ['New', 'Lasts', 'Costs more'],
  ]
  const stacked = 'styles: { table: { arrangement: stacked } }'
  const shown = (theme: string, block: Block) => lines(theme, [block]).map(({ text }) => text)
  const plain = table('grid', [], ['Option', 'For', 'Against'], rows, 'Both')
  assert.equal(shown(stacked, plain), [
    ...['Both', 'Repair', 'For', 'Fast'],
    ...['New', 'For', 'Lasts', 'Against', 'Costs more'],
  ])
  assert.equal(new Set(lines(stacked, [plain]).map(({ x }) => x)).size, 1)
  assert.equal(shown('measure: 36', plain).slice(0, 3), ['Both', 'Option', 'For'])
  const headless = table('grid', [], [], rows)
  assert.equal(shown(stacked, headless), shown('measure: 36', headless))
})

test('words are emphasised in italics, and upright within these, or as a theme says', () => {
  const fontOf = (theme: string) =>
    lines(theme, [p([em('First')]), p([strong('Second')]), p([t('Third')])]).map(({ font }) => font)
  assert.equal(fontOf('measure: 42'), ['Source Serif 4 italic', 'Source Serif 4 bold', 'Source Serif 4'])
  assert.equal(fontOf('styles: { em: { italic: false, bold: true } }').slice(0, 1), ['Source Serif 4 bold'])
  assert.equal(fontOf('styles: { p: { italic: true } }')[0], 'Source Serif 4')
})

test('the number of a stacked row is on the page of its name', () => {
  const plain = table('grid', [], ['', 'Option', 'For'], [['1', 'Repair', 'Fast']])
  assert.ok(plain.kind === 'table')
  const [row] = plain.body
  const cells = row?.cells.map((cell, index) => ({
    ...cell,
    header: index === 1 ? ('row' as const) : undefined,
  }))
  const numbered = { ...plain, body: row && cells ? [{ ...row, cells }] : [] }
  const counts = Array.from({ length: 12 }, (_, index) => index + 30)
  const shown = counts.map(count => {
    const filler = Array.from({ length: count }, () => p('filler'))
    const texts = lines('styles: { table: { arrangement: stacked } }', [...filler, numbered]).map(
      line => line.text,
    )
    return [texts.includes('1'), texts.includes('Repair')]
  })
  assert.ok(shown.some(([number]) => number) && shown.some(([number]) => !number))
  for (const [number, name] of shown) assert.is(number, name)
})

test.run()
