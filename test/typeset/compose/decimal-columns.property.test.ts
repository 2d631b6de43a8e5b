import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { columnKind, figureOf } from '../../../src/brief/index.js'
import { present } from '../../../src/diagnostics/index.js'
import type { Cell, Row, Table } from '../../../src/markup/index.js'
import { figureText, lengthBeforeDecimals } from '../../../src/markup/locale/figure-text.js'
import { composePages } from '../../../src/typeset/compose-pages.js'
import { layOutPages } from '../../../src/typeset/flow/lay-out-pages.js'
import { textWidth } from '../../../src/typeset/lines/measure.js'
import type { Word } from '../../../src/typeset/nodes/word.js'
import { mirrorPages } from '../../../src/typeset/pages/mirror-pages.js'
import { textOfLine } from '../../../src/typeset/pages/page-text.js'
import { directionOf } from '../../../src/typeset/text/direction.js'
import { locales } from '../../support/edition.js'
import * as b from '../build-document.js'
import { fonts, styleOf } from '../workspace.js'

const FORMATS = [undefined, '0', '0.0', '#,##0.00', '+#,##0.0', '0.0%', 'percent', 'year'] as const
const figures = fc
  .tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.nat(4))
  .map(([sign, whole, places]) => {
    const digits = String(whole).padStart(places + 1, '0')
    const at = digits.length - places
    return `${sign}${digits.slice(0, at)}${places > 0 ? `.${digits.slice(at)}` : ''}`
  })
const tables = fc.record({
  theme: fc.constantFrom('default', 'civic', 'journal', 'plain', 'compact'),
  lang: fc.constantFrom('en', 'de', 'fr', 'es', 'he', 'ar'),
  typeSize: fc.integer({ min: 32, max: 72 }).map(quarters => quarters / 4),
  columns: fc.array(
    fc.record({
      format: fc.constantFrom(...FORMATS),
      cells: fc.array(
        fc.oneof({ weight: 8, arbitrary: figures }, { weight: 1, arbitrary: fc.constant('') }),
        {
          minLength: 6,
          maxLength: 6,
        },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})

/** What a line of the table is of: `column` as `Column 1` is the head of the second. */
interface SeenFigure {
  readonly column: number
  readonly text: string
  readonly sign: number
  readonly end: number
}

test('decimal signs of a column stand on one line, to the hundredth of a point', () => {
  fc.assert(
    fc.property(tables, ({ theme, lang, typeSize, columns }) => {
      const rules = present(locales.get(lang) ?? locales.get('en'), 'locale').numberRules
      const printed = columns.map(({ format, cells }) => {
        const kind = columnKind({ format, align: 'decimal' }, cells)
        return cells.map(cell => {
          const figure = figureOf(cell)
          return figure ? figureText(figure, kind.format, rules, kind.wholeDigits) : rules.missing
        })
      })
      const lines = linesOf(tableOf(printed, rules), { theme, lang, typeSize })
      const seen = lines.flatMap((line): SeenFigure[] => {
        const column = printed.findIndex(cells => cells.includes(line.text))
        if (column === -1) return []
        const before = line.text.slice(0, lengthBeforeDecimals(line.text, rules))
        const sign = line.x + widthOf(before, line)
        return [{ column, text: line.text, sign, end: line.x + line.width }]
      })
      assert.is(seen.length, printed.flat().length, 'every figure stands in a line of its own')
      for (const sameColumn of bySign(seen, columns.length)) {
        const signs = sameColumn.map(({ sign }) => sign)
        assert.ok(
          Math.max(...signs) - Math.min(...signs) < 0.01,
          JSON.stringify({ theme, lang, typeSize, sameColumn }),
        )
      }
    }),
    { numRuns: 60 },
  )
})

/** Columns are told by where they stand, as two of them may hold the same figure. */
function bySign(seen: readonly SeenFigure[], count: number): SeenFigure[][] {
  const sorted = seen.toSorted((one, other) => one.sign - other.sign)
  const size = seen.length / count
  return Array.from({ length: count }, (_, index) => sorted.slice(index * size, (index + 1) * size))
}

function tableOf(
  printed: readonly (readonly string[])[],
  rules: Parameters<typeof lengthBeforeDecimals>[1],
): Table {
  const rowCount = printed[0]?.length ?? 0
  const cell = (text: string, more: Partial<Cell>): Cell => ({
    header: undefined,
    ...{ span: 1, rows: 1, place: b.nowhere, children: [b.p(text)] },
    ...more,
  })
  const rows = Array.from({ length: rowCount }, (_, row): Row => {
    const own = printed.map(cells => {
      const text = present(cells[row], 'cell')
      return cell(text, { align: 'decimal', decimalAt: lengthBeforeDecimals(text, rules) })
    })
    const isTotal = row === rowCount - 1
    return {
      cells: [cell(`Row ${row}`, { header: 'row' }), ...own],
      ...(isTotal ? { isTotal } : {}),
      place: b.nowhere,
    }
  })
  const heads = printed.map((_, index) => cell(`Column ${index}`, { header: 'column', align: 'decimal' }))
  return {
    kind: 'table',
    ...{ style: 'figures', caption: undefined, place: b.nowhere, isFitted: true },
    widths: [1, ...printed.map(() => 1)],
    head: [{ cells: [cell('Rows', { header: 'column' }), ...heads], place: b.nowhere }],
    body: rows,
  }
}

/** Lines in their places, before these are rounded for people to read. */
function linesOf(
  table: Table,
  { theme, lang, typeSize }: { readonly theme: string; readonly lang: string; readonly typeSize: number },
): PlacedText[] {
  const style = styleOf({ name: theme, page: LARGE, typeSize })
  const composed = composePages({ ...b.document([table]), lang }, style, { read: () => undefined })
  const { pages } = layOutPages(composed.parts, { ...composed, spacing: 1 })
  const shown = directionOf(lang) === 'rtl' ? mirrorPages(pages) : pages
  return shown.flatMap(({ items }) =>
    items.flatMap(({ type, item }): PlacedText[] => {
      if (type !== 'line') return []
      const [first] = item.line.words
      return first ? [{ text: textOfLine(item.line), x: item.x, width: item.line.width, first }] : []
    }),
  )
}

interface PlacedText {
  readonly text: string
  readonly x: number
  readonly width: number
  readonly first: Word
}

/** So wide that no table is too wide for it. */
const LARGE = { width: 1400, height: 1400, margins: { top: 60, right: 60, bottom: 60, left: 60 } }

/** Points that a text takes as figures of tables do. */
const widthOf = (text: string, { first }: PlacedText): number => textWidth(text, first.run, first.font)

test('digits take the same room in every font of the package, whether it has figures for tables or not', () => {
  for (const [family, faces] of fonts)
    for (const [role, face] of Object.entries(faces)) {
      if (!face.has('0123456789')) continue
      const widths = [...'0123456789'].map(
        digit =>
          face.shape(digit, { lang: 'en', rightToLeft: false, noLigatures: false, tabular: true }).width,
      )
      assert.ok(Math.max(...widths) - Math.min(...widths) < 0.001, `${family} ${role}: ${widths}`)
      const eleven = face.shape('1111', { lang: 'en', rightToLeft: false, noLigatures: false, tabular: true })
      assert.ok(Math.abs(eleven.width - 4 * (widths[0] ?? 0)) < 0.001, `${family} ${role}`)
    }
})

test.run()
