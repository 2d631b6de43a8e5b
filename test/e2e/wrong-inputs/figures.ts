import { wrong } from './wrong-input.js'

const table = (rest: string) =>
  `tables:\n  - id: costs\n    title: Costs\n    columns:\n      - {key: year, title: Year}\n      - {key: sum, title: Sum, format: "0.0", unit: crowns}\n${rest}`
const chart = (rest: string) =>
  `${table('    rows: [[2023, 1.5], [2024, 2.5]]\n')}charts:\n  - {id: rise, title: Costs rose, ${rest}}\n`
const csv = (text: string, brief = table('    data: c.csv\n')) => ({
  'briefs/a.yaml': brief,
  'briefs/c.csv': text,
})

/** Tables, CSV files and charts. */
export const FIGURES = [
  wrong('a row that is too short', 'table-row', '', table('    rows: [[2023, 1.5], ▸[2024]]\n')),
  wrong('a row that is too long', 'table-row', '', table('    rows: [[2023, 1.5], ▸[2024, 1, 2]]\n')),
  wrong('text in a column of figures', 'table-cell', '', table('    rows: [[2023, 1.5], [2024, ▸many]]\n')),
  wrong('a table without rows', 'table-invalid', '', table('    rows: ▸[]\n')),
  wrong(
    'a table without rows or data',
    'table-invalid',
    'data',
    `tables:\n  - ▸id: a\n    title: A\n    columns: [{key: a}]\n`,
  ),
  wrong(
    'a table with rows and data',
    'table-invalid',
    '',
    csv('year,sum\n2023,1.5\n', table('    rows: [[2023, 1.5]]\n    ▸data: c.csv\n')),
  ),
  wrong(
    'a total of nothing',
    'table-invalid',
    'remove `total`',
    table('    rows: [[Total, 1.5]]\n    total: ▸true\n'),
  ),
  wrong(
    'a total that is no sum',
    'table-total',
    '',
    table('    rows: [[2023, 1.5], [2024, 2.5], [Total, ▸5.0]]\n    total: true\n'),
  ),
  wrong(
    'two columns of one key',
    'table-column',
    '',
    'tables:\n  - {id: a, title: A, columns: [{key: a}, {key: ▸a}], rows: [[1, 2]]}\n',
  ),
  wrong(
    'an alignment that there is not',
    'invalid-value',
    'decimal',
    'tables:\n  - {id: a, title: A, columns: [{key: a, align: ▸centre}], rows: [[1]]}\n',
  ),
  wrong(
    'a format that is none',
    'table-column',
    '',
    'tables:\n  - {id: a, title: A, columns: [{key: a, format: ▸two}], rows: [[1]]}\n',
  ),
  wrong('a CSV that is not there', 'file-unreadable', 'briefs/d.csv', table('    data: ▸d.csv\n')),
  wrong('a CSV with a short row', 'table-row', '', csv('year,sum\n2023,1.5\n▸2024\n')),
  wrong('a CSV with text among figures', 'table-cell', '', csv('year,sum\n2022,1.5\n2023,▸1O.5\n')),
  wrong(
    'a CSV without a column',
    'table-column',
    'did you mean `sun`?',
    csv('year,sun\n2023,1.5\n', table('    data: c.csv\n').replace('key: sum', 'key: ▸sum')),
  ),
  wrong('a CSV with nothing in it', 'table-invalid', 'first row', csv('', table('    data: ▸c.csv\n'))),
  wrong('a CSV without rows', 'table-invalid', 'below', csv('year,sum\n', table('    data: ▸c.csv\n'))),
  wrong('a CSV with a quotation mark left open', 'table-invalid', '', csv('year,sum\n2023,▸"1.5\n')),
  wrong(
    'a chart of a column that is not there',
    'chart-column',
    'did you mean `sum`?',
    chart('kind: line, table: costs, x: year, y: ▸sun'),
  ),
  wrong(
    'a chart of a table that is not there',
    'chart-invalid',
    'did you mean `costs`?',
    chart('kind: line, table: ▸cots, x: year, y: sum'),
  ),
  wrong(
    'a chart of an unknown kind',
    'invalid-value',
    'column',
    chart('kind: ▸pie, table: costs, x: year, y: sum'),
  ),
  wrong(
    'a chart of words',
    'chart-column',
    '',
    'tables:\n  - {id: a, title: A, columns: [{key: a}, {key: b}], rows: [[May, ▸many], [June, few]]}\ncharts:\n  - {id: b, title: B, kind: bar, table: a, x: a, y: b}\n',
  ),
  wrong(
    'a chart with two sources',
    'chart-invalid',
    '',
    csv('year,sum\n2023,1\n', chart('kind: line, table: costs, data: ▸c.csv, x: year, y: sum')),
  ),
  wrong(
    'a chart without any',
    'chart-invalid',
    'table',
    'charts:\n  - ▸{id: a, title: A, kind: bar, x: a, y: b}\n',
  ),
  wrong('a chart of a CSV without its column', 'chart-column', '', {
    'briefs/c.csv': 'year,sum\n2023,1\n',
    'briefs/a.yaml': 'charts:\n  - {id: a, title: A, kind: line, data: c.csv, x: ▸yeer, y: sum}\n',
  }),
]
