import { isLanguageTag, unprintableIn } from '../../brief/index.js'
import { didYouMean, type Report, shorten } from '../../diagnostics/index.js'
import { fileNameKey, fileNameProblem } from '../workspace/file-names.js'
import { idHint } from './check-columns.js'
import type { DataRow } from './data-row.js'
import type { Recipient } from './recipient.js'

/** What the rows of one reading are checked against. */
export interface RowChecks {
  /** The audiences of the workspace. */
  readonly audiences: readonly string[]
  /** The lines of the rows so far, by what file systems tell their ids by. */
  readonly taken: Map<string, number>
  readonly report: Report
}

/** Takes from a row what columns mean something; one with anything wrong in it is nobody's. */
export function checkRow(row: DataRow, checks: RowChecks): Recipient | undefined {
  const id = readId(row, checks)
  const asked = checkRequests(row, checks)
  if (id === undefined || asked === undefined) return undefined
  const { fields, place, columns } = row
  return { id, fields, ...asked, place, columns }
}

/** Takes from a row what it asks for, if nothing but its `id` can be wrong. */
export function checkRequests(
  row: DataRow,
  checks: Pick<RowChecks, 'audiences' | 'report'>,
): Pick<Recipient, 'audiences' | 'lang'> | undefined {
  const audiences = readAudiences(row, checks)
  const lang = readLang(row, checks)
  const isPrintable = checkCharacters(row, checks)
  if (audiences === undefined || lang === undefined || !isPrintable) return undefined
  return { audiences, lang: lang === '' ? undefined : lang }
}

function readId(row: DataRow, checks: RowChecks): string | undefined {
  const { report } = checks
  const columns = Object.keys(row.fields)
  const id = row.fields.id ?? ''
  if (!columns.includes('id')) report('recipient-column', row.place, 'the row has no `id`', idHint(columns))
  else if (typeof id !== 'string' && !Number.isSafeInteger(id))
    report('recipient-name', row.placeOf('id'), 'the `id` is not a text', 'write it in quotation marks')
  else return nameUnlessTaken(String(id), row, checks)
  return undefined
}

function nameUnlessTaken(id: string, row: DataRow, { taken, report }: RowChecks): string | undefined {
  const fault = fileNameProblem(id)
  if (fault !== undefined) {
    const message = id === '' ? 'the `id` is empty' : `\`${shorten(id)}\` cannot name a file: ${fault}`
    report('recipient-name', row.placeOf('id'), message, 'write it with letters, digits and hyphens')
    return undefined
  }
  const key = fileNameKey(id)
  const first = taken.get(key)
  if (first === undefined) {
    taken.set(key, row.line)
    return id
  }
  const message = `\`${shorten(id)}\` would print to the same files as the recipient at line ${first}`
  const hint = 'give each recipient an `id` that differs in more than upper and lower case'
  report('recipient-duplicate', row.placeOf('id'), message, hint)
  return undefined
}

function readAudiences(
  row: DataRow,
  { audiences, report }: Pick<RowChecks, 'audiences' | 'report'>,
): readonly string[] | undefined {
  const names = namesIn(String(row.fields.audience ?? ''), audiences)
  const unknown = names.filter(name => !audiences.includes(name))
  for (const name of unknown) {
    const hint = didYouMean(name, audiences, 'audiences')
    report('unknown-audience', row.placeOf('audience'), `unknown audience \`${shorten(name)}\``, hint)
  }
  return unknown.length === 0 ? [...new Set(names)] : undefined
}

/** Names are parted by commas, semicolons or blanks; but a blank may be part of a name that there is. */
function namesIn(cell: string, audiences: readonly string[]): string[] {
  return cell
    .split(/[,;\r\n]/)
    .flatMap(part => (audiences.includes(part.trim()) ? part.trim() : part.split(/\s+/)))
    .filter(name => name !== '')
}

/** The language of a row, empty if it asks for none; `undefined` for what is no language. */
function readLang(row: DataRow, { report }: Pick<RowChecks, 'report'>): string | undefined {
  const lang = String(row.fields.lang ?? '').trim()
  if (lang === '' || isLanguageTag(lang)) return lang
  const message = `\`${shorten(lang)}\` in \`lang\` is not a language tag (BCP 47)`
  report('invalid-value', row.placeOf('lang'), message, 'write a code such as `en`, `es` or `pt-BR`')
  return undefined
}

/** What no page can show is no more wanted in a row than in a brief; a cell may have lines, of whatever ending. */
function checkCharacters(row: DataRow, { report }: Pick<RowChecks, 'report'>): boolean {
  const faulty = Object.entries(row.fields).flatMap(([column, value]) => {
    const [first] = unprintableIn(String(value ?? '').replaceAll('\r', '\n'))
    return first ? [{ column, message: first.message }] : []
  })
  for (const { column, message } of faulty)
    report('invalid-character', row.placeOf(column), message, 'remove it')
  return faulty.length === 0
}
