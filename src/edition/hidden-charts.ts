import type { Report } from '../diagnostics/index.js'
import type { EditionTables } from './data-table.js'
import { isCleared } from './may-see.js'
import type { ItemSelection } from './select-items.js'
import type { EditionContext } from './template-value.js'

/** A selection without the charts of tables that the audience may not see: their figures could be read off them. */
export function withoutHiddenCharts(
  selection: ItemSelection,
  tables: EditionTables,
  { brief, audience }: EditionContext,
  report: Report,
): ItemSelection {
  const listed = selection.lists.get('charts')
  if (!listed) return selection
  const shown = listed.filter(index => {
    const { id, table: name } = brief.data.charts?.[index] ?? {}
    const table = brief.data.tables?.find(each => each.id === name)
    if (name === undefined || !table || tables.ofTable(name)) return true
    report(
      isCleared(table, audience, brief) ? 'reference-not-for-audience' : 'reference-above-clearance',
      brief.place(['charts', index, 'table']),
      `the chart \`${id}\` is left out for \`${audience.name}\`, who may not see the table \`${name}\``,
      'mark the chart as high as its table, or give it `audiences`, if it is rightly left out',
    )
    return false
  })
  return { ...selection, lists: new Map([...selection.lists, ['charts', shown]]) }
}
