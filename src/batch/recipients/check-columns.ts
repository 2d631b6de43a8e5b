import { closest, type Place, type Report, shorten } from '../../diagnostics/index.js'

/** The columns that mean something; all others are the templates' to use. */
const KNOWN_COLUMNS = ['id', 'audience', 'lang'] as const

/** Checks the line that names the columns; without a sound one no row can be read. */
export function checkColumns(
  columns: readonly string[],
  header: Place,
  placeOf: (index: number) => Place,
  report: Report,
): boolean {
  const sound = columns.filter((column, index) => isValidColumn(column, index, columns, placeOf, report))
  for (const [index, column] of columns.entries())
    warnOfNearMiss(column, columns, () => placeOf(index), report)
  const hasId = columns.includes('id')
  if (!hasId)
    report('recipient-column', header, 'there is no column `id`', separatorHint(columns) ?? idHint(columns))
  return hasId && sound.length === columns.length
}

/** Cells that are parted by another mark than is known look like one. */
function separatorHint([column = '', ...others]: readonly string[]): string | undefined {
  const mark = others.length === 0 ? /[|:]/.exec(column)?.[0] : undefined
  return mark === undefined ? undefined : `part the cells by commas, semicolons or tabs, not by \`${mark}\``
}

/** What to do where there is no `id` among names that there are. */
export function idHint(columns: readonly string[]): string {
  const meant =
    columns.find(column => nearMiss(column) === 'id') ?? columns.find(column => ID_LIKE.test(column))
  if (meant !== undefined) return `rename \`${shorten(meant)}\` to \`id\`, if that is what it is`
  return "add an `id` to every recipient, which is the name of the recipient's file"
}

/** Says that a free column looks as if it were to mean something. */
export function warnOfNearMiss(
  column: string,
  columns: readonly string[],
  placeOf: () => Place,
  report: Report,
): void {
  const meant = nearMiss(column)
  if (meant === undefined || (meant === 'id' && !columns.includes('id'))) return
  report(
    'recipient-column-name',
    placeOf(),
    `the column \`${shorten(column)}\` is not \`${meant}\`, and has no meaning of its own`,
    `rename it to \`${meant}\`, or to something less alike`,
  )
}

function isValidColumn(
  column: string,
  index: number,
  columns: readonly string[],
  placeOf: (index: number) => Place,
  report: Report,
): boolean {
  // One without a name does no harm so long as it is empty.
  if (column === '') return true
  const first = columns.indexOf(column)
  if (first === index) return true
  const message = `columns ${first + 1} and ${index + 1} are both named \`${shorten(column)}\``
  report('recipient-column', placeOf(index), message, 'rename one of the two, or delete it')
  return false
}

const ID_LIKE = /(?:^|[\s_-])id$|^id[\s_-]/i

/** The known column that a free one was most likely to be. */
function nearMiss(column: string): (typeof KNOWN_COLUMNS)[number] | undefined {
  if (KNOWN_COLUMNS.some(known => known === column)) return undefined
  const folded = column.toLowerCase().replace(/[\s_-]+/g, '')
  const same = KNOWN_COLUMNS.find(known => known === folded)
  if (same !== undefined) return same
  return LONG_FORMS[LONG_NAMES.find(form => isTypoOf(folded, form)) ?? '']
}

const LONG_FORMS: Readonly<Record<string, 'audience' | 'lang'>> = {
  audience: 'audience',
  audiences: 'audience',
  language: 'lang',
  languages: 'lang',
}
const LONG_NAMES = Object.keys(LONG_FORMS)

const isTypoOf = (word: string, form: string) =>
  Math.abs(word.length - form.length) <= 1 && closest(word, [form]) === form
