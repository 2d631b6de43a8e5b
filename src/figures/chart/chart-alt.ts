import {
  type ChartData,
  type ChartSeries,
  type DiagramStrings,
  fillPattern,
  formatDate,
} from '../../markup/index.js'
import { asSentence, listItems } from '../phrases.js'
import { inOrderOfTime } from './category-times.js'
import { seriesName, sharedUnit } from './chart-head.js'
import { exactNumber } from './chart-numbers.js'

/** A listener would not remember more numbers. */
const MOST_VALUES = 12

/**
 * "Column chart: Parcels, million, by Fiscal year: 2018, 411; …; highest …; lowest …"; of more than twelve numbers the first and
 * the last, the highest and the lowest. What the author wrote goes before it.
 */
export function chartAlt(chart: ChartData, words: DiagramStrings): string {
  if (chart.alt) return chart.alt.text
  const data = inOrderOfTime(chart)
  const { labels } = words
  const what = { chart: labels[`chart_${data.form}`], by: data.by.text }
  const [only, ...others] = data.series
  if (!only) return asSentence(fillPattern(labels.chart_by, what))
  const isWhole = data.series.length * data.categories.length <= MOST_VALUES
  const unit = sharedUnit(data)
  if (others.length === 0) {
    const said = [only.name.text, unit].filter(Boolean).join(', ')
    return asSentence(
      fillPattern(labels.chart_of, { ...what, what: said, values: valuesOf(only, data, isWhole, words) }),
    )
  }
  const head = [fillPattern(labels.chart_by, what), unit].filter(Boolean).join(', ')
  const told = data.series.map((series, index) => {
    const name = `${seriesName(data, index)}${labels.colon}`
    return asSentence(`${name} ${valuesOf(series, data, isWhole, words)}`)
  })
  const rest =
    told.length > MOST_VALUES
      ? [
          listItems(
            data.series.slice(MOST_VALUES).map(({ name }) => name.text),
            words,
          ),
        ]
      : []
  return [asSentence(head), ...told.slice(0, MOST_VALUES), ...rest.map(asSentence)].join(' ')
}

/** The numbers of a series with their categories, and the extremes among them. */
function valuesOf(series: ChartSeries, data: ChartData, isWhole: boolean, words: DiagramStrings): string {
  const { labels, lang } = words
  const items = data.categories.map(({ label, date }, row) => {
    const value = series.values[row]
    const name = (date === undefined ? undefined : formatDate(date, 'long', words)) ?? label.text
    const number = value === undefined ? labels.chart_no_value : exactNumber(value, words)
    return { value, said: `${name}, ${number}` }
  })
  const known = items.flatMap(({ value, said }) => (value === undefined ? [] : [{ value, said }]))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return labels.chart_no_value
  const highest = known.reduce((one, other) => (other.value > one.value ? other : one))
  const lowest = known.reduce((one, other) => (other.value < one.value ? other : one))
  const extremes =
    known.length > 2 && highest.value !== lowest.value
      ? [
          fillPattern(labels.chart_highest, { item: highest.said }),
          fillPattern(labels.chart_lowest, { item: lowest.said }),
        ]
      : []
  const count = new Intl.NumberFormat(lang).format(known.length)
  const told =
    isWhole || known.length <= 2
      ? items.map(({ said }) => said)
      : [fillPattern(labels.chart_ends, { count, first: first.said, last: last.said })]
  return [...told, ...extremes].join(labels.list_separator)
}
