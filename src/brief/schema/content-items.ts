import * as v from 'valibot'
import {
  cite,
  edtf,
  id,
  item,
  listField,
  longProse,
  oneOf,
  oneOrMore,
  prose,
  tableCell,
  text,
} from './field-types.js'
import { ALIGNMENTS, CHART_KINDS } from './vocabularies.js'

/** Content of a brief beyond what all briefs have: sections, boxes, annexes, tables, charts and images. */

const referenceId = (kind: string) =>
  id(
    `A short name, of its own among all sections, boxes, annexes, tables, charts and images; texts refer to it as \`@${kind}:…\`.`,
  )

export const section = item({
  id: referenceId('sec'),
  title: prose('The heading.'),
  after: v.optional(
    text(
      'The section of the templates that it follows, such as `background`; the last before the sources if left out.',
    ),
  ),
  body: longProse('What it says.'),
})

export const box = item({
  id: referenceId('box'),
  title: prose('The heading.'),
  body: longProse('What it says: an explanation, an example, a case apart.'),
})

export const annex = item({
  id: referenceId('annex'),
  title: prose('The heading.'),
  body: longProse('What it says. An annex begins a page, and is no matter of the page limit.'),
})

const column = v.object({
  key: text('A short name, by which charts and CSV files refer to the column.'),
  title: v.optional(prose('The words at its head; `key` if left out.')),
  align: v.optional(
    oneOf(ALIGNMENTS, '`left`, `right`, or `decimal` for figures with their decimal signs on one line.'),
  ),
  unit: v.optional(prose('The unit of its figures, such as `million crowns` or `%`.')),
  format: v.optional(text('How its figures are written, such as `0.0`.')),
})

/** The path of a CSV file, and how it is read. */
const data = v.optional(text('Path of a CSV file, relative to the brief; its first row names the columns.'))

export const table = item({
  id: referenceId('tbl'),
  title: prose('What it shows, and in what unit.'),
  columns: listField(column, 'Its columns, from left to right.'),
  rows: v.optional(
    listField(
      listField(
        tableCell('A cell: a number, or words; empty for a value that is missing.'),
        'A row: a cell for each of `columns`, in their order.',
      ),
      'Its rows.',
    ),
  ),
  data,
  total: v.optional(
    v.pipe(v.boolean(), v.metadata({ description: 'Whether its last row is a row of totals.' })),
  ),
  note: v.optional(prose('What a reader should know of the figures.')),
  cite,
})

export const chart = item({
  id: referenceId('fig'),
  title: prose('What it shows or says, and in what unit.'),
  kind: oneOf(CHART_KINDS, 'How it is drawn.'),
  table: v.optional(text('The id of the table with its values.')),
  data,
  x: text('The key of the column with the categories, years or dates.'),
  y: oneOrMore(text('The key of a column.'), 'The keys of the columns with the values, one or a list.'),
  note: v.optional(prose('What a reader should know of the figures.')),
  alt: v.optional(prose('What it shows, for those who cannot see it; told from its values if left out.')),
  cite,
})

export const image = item({
  id: referenceId('fig'),
  file: text('Path of a picture, relative to the brief.'),
  alt: prose('What it shows, for those who cannot see it.'),
  caption: v.optional(prose('What stands with it.')),
  credit: v.optional(
    prose(
      'Whose picture it is, and by what licence; “Credit:” stands before it, unless it begins with a label of its own (“Photo: …”) or with “©”.',
    ),
  ),
})

const clearedBy = v.object({
  name: text('Who cleared it.'),
  role: v.optional(prose('Office or function.')),
  date: v.optional(edtf('When, as EDTF.')),
})

export const submission = v.pipe(
  v.object({
    to: v.optional(prose('To whom it goes.')),
    from: v.optional(prose('From whom it comes.')),
    reference: v.optional(text('Its number in the files.')),
    deadline: v.optional(prose('By when a decision is needed: EDTF, or in words.')),
    through: v.optional(oneOrMore(prose('An office.'), 'Through whom it goes, in order.')),
    copied_to: v.optional(oneOrMore(prose('An office.'), 'Who gets a copy.')),
    cleared_by: v.optional(listField(clearedBy, 'Who cleared it, in order.')),
  }),
  v.metadata({ description: 'The head and the clearance of a paper that goes to a minister or a board.' }),
)
