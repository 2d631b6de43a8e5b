import { DAM_BRIEF } from './example-workspace.js'
import type { Example, FindingEntry } from './finding-entry.js'
import { BRIEF } from './finding-entry.js'

const SOURCE = 'sources: [{id: office, title: Water statistics}]'
const COLUMNS =
  '    columns: [{key: month, title: Month}, {key: litres, title: Litres, unit: thousand}, {key: fee, title: Fees, unit: crowns}, {key: by, title: By}]\n'
const ROWS = '    rows: [[May, 12, 3, Moe], [June, 10, 4, Lee]]\n'
const TABLE = `tables:\n  - id: water\n    title: Water let out\n${COLUMNS}${ROWS}`

/** A chart of the table above, with some of its fields. */
function chart(fields: string, table = TABLE, command = 'check'): Example {
  const charts = `charts:\n  - {id: let-out, title: Water let out, ${fields}}`
  const text = `${DAM_BRIEF}${table}${charts}\n${SOURCE}\n`
  return { shown: `${table}${charts}`, language: 'yaml', steps: [{ [BRIEF]: text }, command] }
}

const PARTS = 'kind: column, table: water, x: month'

/** Charts of a brief. */
export const CHARTS = {
  'chart-invalid': {
    remedy: 'Name one table of the brief in `table`, or one CSV in `data`, that has rows.',
    example: chart('kind: column, table: watre, x: month, y: litres, cite: "@office"'),
  },
  'chart-column': {
    remedy:
      'Name columns by their `key` (of a CSV, by the name in its first row); those of `y` hold figures, and are not that of `x`.',
    example: chart(`${PARTS}, y: [litre, by], cite: "@office"`),
  },
  'chart-source': {
    remedy:
      'Cite in `cite` where the figures are from, even if their table says it: charts are read and copied by themselves.',
    example: chart(`${PARTS}, y: litres`),
  },
  'chart-unit': {
    remedy: 'Say what is counted in `unit` of a column, or in the title.',
    example: chart(`${PARTS}, y: litres, cite: "@office"`, TABLE.replaceAll(/, unit: \w+/g, '')),
  },
  'chart-units': {
    remedy: 'Make a chart of each unit: two axes in one chart would make any two lines meet.',
    example: chart(`${PARTS}, y: [litres, fee], cite: "@office"`),
  },
  'chart-series': {
    remedy: 'Draw the six that matter; the table has the others.',
    example: chart(
      'kind: line, table: water, x: month, y: [a, b, c, d, e, f, g], cite: "@office"',
      `tables:\n  - id: water\n    title: Water let out\n    columns: [{key: month}, ${[...'abcdefg'].map(key => `{key: ${key}, unit: litres}`).join(', ')}]\n    rows: [[May, 1, 2, 3, 4, 5, 6, 7], [June, 2, 3, 4, 5, 6, 7, 8]]\n`,
    ),
  },
  'chart-negative': {
    remedy: 'Put the columns side by side (`kind: column`), or draw lines.',
    example: chart(
      'kind: stacked, table: water, x: month, y: [litres, fee], cite: "@office"',
      TABLE.replace('unit: crowns', 'unit: thousand').replace('12, 3', '12, -3'),
    ),
  },
} as const satisfies Record<string, FindingEntry>
