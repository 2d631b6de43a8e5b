import type { ChartData } from '../../../src/markup/index.js'
import { word } from '../sketch.js'

export type ToldSeries = readonly [name: string, values: readonly (number | undefined)[], unit?: string]

/** A chart of plain words and numbers; categories that look like dates are dates. */
export function chartOf(
  form: ChartData['form'],
  categories: readonly string[],
  ...series: readonly ToldSeries[]
): ChartData {
  const title = word('The title')
  return {
    ...{ kind: 'chart', id: 'one', form, title, by: word('Year'), alt: undefined, place: title.place },
    categories: categories.map(text => ({
      label: word(text),
      date: /^\d{4}(?:-\d\d)*$/.test(text) ? text : undefined,
    })),
    series: series.map(([name, values, unit]) => ({ name: word(name), values, unit })),
  }
}
