import { didYouMean, type Place, type Report, shorten } from '../../diagnostics/index.js'
import type { BriefData } from '../schema/schema.js'
import type { DataFile } from '../tables/data-file.js'
import { figureOf, isFilled } from '../tables/table-columns.js'
import type { YamlPlaces } from '../yaml/places.js'
import type { FieldPath } from '../yaml/tree.js'
import { type ChartColumn, type ChartTable, tableOfChart } from './chart-table.js'

/** A chart of a brief. */
export type BriefChart = NonNullable<BriefData['charts']>[number]

/** What the checks of one chart know. */
interface ChartGround {
  readonly chart: BriefChart
  readonly path: FieldPath
  readonly places: YamlPlaces
  readonly report: Report
}

/** Checks the charts of a brief whose tables have the rows of their CSV files. */
export function checkCharts(
  { charts = [], tables = [] }: Pick<BriefData, 'charts' | 'tables'>,
  files: ReadonlyMap<string, DataFile>,
  places: YamlPlaces,
  report: Report,
): void {
  for (const [index, chart] of charts.entries()) {
    const ground: ChartGround = { chart, path: ['charts', index], places, report }
    const at = (field: string) => places.place([...ground.path, field])
    if (chart.table !== undefined && chart.data !== undefined)
      report('chart-invalid', at('data'), 'the chart has both `table` and `data`', 'remove one of the two')
    else if (chart.table === undefined && chart.data === undefined)
      report(
        'chart-invalid',
        places.place(ground.path),
        'the chart has neither `table` nor `data`',
        'name a table of the brief in `table`, or a CSV in `data`',
      )
    else if (chart.table !== undefined && !tables.some(({ id }) => id === chart.table)) {
      const known = tables.map(({ id }) => id)
      const hint = known.length > 0 ? didYouMean(chart.table, known, 'tables') : 'add it to `tables`'
      report('chart-invalid', at('table'), `unknown table \`${shorten(chart.table)}\``, hint)
    } else {
      const table = tableOfChart(chart, tables, files, places)
      if (table) checkColumns(table, ground)
    }
    if (chart.cite === undefined)
      report(
        'chart-source',
        places.place(ground.path),
        `the chart \`${chart.id}\` has no \`cite\``,
        'cite the source of its figures: it is printed below',
      )
  }
}

const namesIn = (names: string | readonly string[]): readonly string[] =>
  typeof names === 'string' ? [names] : names

function checkColumns(table: ChartTable, ground: ChartGround): void {
  const { chart, path, places, report } = ground
  const names = namesIn(chart.y)
  const placeOfY = (index: number) =>
    places.place(typeof chart.y === 'string' ? [...path, 'y'] : [...path, 'y', index])
  if (table.rows === 0)
    report('chart-invalid', table.place, `the chart \`${chart.id}\` has no rows`, 'add rows, or remove it')
  const x = columnNamed(table, chart.x, places.place([...path, 'x']), report)
  const y = names.flatMap((name, index) => {
    const place = placeOfY(index)
    const column = columnNamed(table, name, place, report)
    if (!column) return []
    if (column !== x && names.indexOf(name) === index)
      return checkFigures(column, table, place, report) ? [column] : []
    report(
      'chart-column',
      place,
      `\`${shorten(name)}\` is in ${column === x ? '`x` and in `y`' : '`y` twice'}`,
      'take it out of `y`',
    )
    return []
  })
  if (x && y.length === names.length) checkStyle(y, ground)
}

function columnNamed(
  { columns, name: where }: ChartTable,
  name: string,
  place: Place,
  report: Report,
): ChartColumn | undefined {
  const found = columns.find(({ key }) => key === name) ?? columns.find(({ titles }) => titles.includes(name))
  if (found) return found
  const known = columns.map(({ key }) => key).filter(key => key !== '')
  report(
    'chart-column',
    place,
    `${where} has no column \`${shorten(name)}\``,
    didYouMean(name, known, 'columns'),
  )
  return undefined
}

/** What is drawn are figures: words among them are no gap. */
function checkFigures(
  { key, cells, isNumeric }: ChartColumn,
  { rows }: ChartTable,
  place: Place,
  report: Report,
): boolean {
  if (isNumeric || rows === 0) return true
  const odd = cells.find(({ text }) => isFilled(text) && figureOf(text) === undefined)
  if (!odd) {
    report('chart-column', place, `the column \`${shorten(key)}\` has no figures`, 'choose one that has')
    return false
  }
  const shown = typeof odd.text === 'string' ? `\`${shorten(odd.text)}\`` : 'a text'
  report(
    'chart-column',
    odd.place,
    `${shown} is no figure, and the column \`${shorten(key)}\` is drawn`,
    'leave the cell empty if its value is missing, or take the column out of `y`',
  )
  return false
}

/** More series are told apart by nobody (Office for National Statistics, "Charts"). */
const MOST_SERIES = 6

/** The rules of public statisticians: what breaks them is drawn, and said. */
function checkStyle(y: readonly ChartColumn[], { chart, path, places, report }: ChartGround): void {
  const at = places.place([...path, 'y'])
  const units = new Set(y.map(({ unit }) => unit ?? ''))
  if (units.size > 1) {
    const named = [...units].map(unit => (unit === '' ? 'none' : `\`${unit}\``)).join(', ')
    report(
      'chart-units',
      at,
      `the columns of the chart \`${chart.id}\` have different units: ${named}`,
      'make a chart of each: all stand on one axis',
    )
  }
  if (y.length > MOST_SERIES)
    report(
      'chart-series',
      at,
      `the chart \`${chart.id}\` has ${y.length} series, more than six`,
      'show those that matter, and leave the others to the table: lines and dots beyond six are grey',
    )
  if (chart.kind === 'stacked' && y.some(({ cells }) => cells.some(({ text }) => figureOf(text)?.isNegative)))
    report(
      'chart-negative',
      at,
      `the stacks of the chart \`${chart.id}\` have parts below zero, so that their heights are no totals`,
      'use `kind: column`, which puts the columns side by side',
    )
  const words = [...wordingsOf(chart.title), ...y.flatMap(({ key, titles }) => [key, ...titles])]
  if (y.every(({ unit }) => unit === undefined) && !words.some(saysUnit))
    report(
      'chart-unit',
      places.place([...path, 'title']),
      `neither the title nor the columns of the chart \`${chart.id}\` say what its figures count`,
      'say it in `unit` of the columns, or in the title: “Crossings, thousand”',
    )
}

function wordingsOf(text: unknown): string[] {
  const texts = typeof text === 'object' && text !== null ? Object.values(text) : [text]
  return texts.filter(each => typeof each === 'string')
}

/** Words that say what is counted in the languages of the package's locales, or something in brackets. */
const UNIT_WORDS =
  /[%‰€$£¥°]|\([^)]+\)|\b(?:per ?cent|thousand|million|billion|numbers?|index|share|rate|ratio|tonnes?|hours?|days|km|prozent|tausend|mio|millionen|milliarden|anzahl|zahl|anteil|quote|miles|mill[oó]n(?:es)?|n[uú]mero|porcentaje|tasa|[ií]ndice|millions|milliards?|milliers|nombre|taux|indice|pour ?cent)\b/iu

const saysUnit = (text: string): boolean => UNIT_WORDS.test(text)
