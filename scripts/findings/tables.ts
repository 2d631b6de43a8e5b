import { brief, type FindingEntry } from './finding-entry.js'

const HEAD = `tables:
  - id: water
    title: Water let out
`
const COLUMNS = `    columns: [{key: month, title: Month}, {key: litres, title: Litres, unit: million}]
`
const table = (rows: string, columns = COLUMNS): FindingEntry['example'] => brief(`${HEAD}${columns}${rows}`)

/** Tables, and the CSV files that they have their rows from. */
export const TABLES = {
  'table-invalid': {
    remedy:
      'Give the table `rows`, or `data` with the path of a CSV whose first row names the columns; a totals row needs rows above it.',
    example: table('    rows: []'),
  },
  'table-column': {
    remedy:
      'Give each column a key of its own, one of the formats that the documentation lists, and in a CSV a name in the first row that is its `key` or `title`.',
    example: table(
      '    rows: [[May, 12]]',
      '    columns: [{key: month, title: Month}, {key: litres, title: Litres, format: ",.1f"}]\n',
    ),
  },
  'table-row': {
    remedy:
      "Write a cell for each column, `''` where a value is missing; put a text with a comma in quotation marks.",
    example: table('    rows: [[May, 12], [June]]'),
  },
  'table-cell': {
    remedy:
      'Write digits, with a point for the decimal sign and no mark between thousands. Leave a cell empty if its value is missing, or say in `note` what a sign in its place stands for.',
    example: table('    rows: [[May, 12], [June, about 10]]'),
  },
  'table-total': {
    remedy: 'Correct the total or the rows, or leave its cell empty where the column has no sum.',
    example: table('    rows: [[May, 12], [June, 10], [Both, 32]]\n    total: true'),
  },
  'table-mixed': {
    remedy:
      'Leave a cell empty if its value is missing; give the column `align: left` if it is one of words, or `align: right` if words stand among its figures.',
    example: table(
      '    rows: [[May, 12], [June, 10], [July, none]]',
      '    columns: [{key: month, title: Month}, {key: litres, title: Litres}]\n',
    ),
  },
} as const satisfies Record<string, FindingEntry>
