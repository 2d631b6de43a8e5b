import { twinText } from '../shared/twin-text.js'

/** What Pandoc reads as a mark wherever it stands. */
const MARKS = /[\\`*[\]<^~$|"'{]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|&(?=#?\w+;)|(?<![\p{L}\p{N}])@/gu
/** Hyphens and stops in a row, which it makes dashes and ellipses of; one at the end of a text may be one of a row. */
const RUNS = /-(?=-)|(?<=-)-|^-|-$|\.(?=\.)|(?<=\.)\./g

/** Escapes a text so that Pandoc's Markdown gives the same characters back, within a line. */
export const escapePandocMarkdown = (text: string): string =>
  twinText(text).replace(MARKS, '\\$&').replace(RUNS, '\\$&')

/** A space before a closing mark, where no quotation ends; Pandoc would leave it out. */
export const keepSpaceBeforeQuotes = (line: string): string => line.replace(/ +(?=[”’])/g, '&#32;')

/** What begins a block where it begins a line. */
const BLOCK_MARK = /^(?:[-+](?=\s|$)|[#>:%=]|\(?(?:\d+|\p{L}|[ivxlcdmIVXLCDM]+|#)[.)](?=\s|$))/u
const CAPTION_MARK = /^[Tt]able:/

/** Escapes the beginning of a line that is no more than words. */
export function escapeLineStart(line: string): string {
  if (CAPTION_MARK.test(line)) return line.replace(':', '\\:')
  const [mark] = BLOCK_MARK.exec(line) ?? []
  if (mark === undefined) return line
  const last = mark.length - 1
  return mark.startsWith('(') || last === 0 || !/[.)]/.test(mark)
    ? `\\${line}`
    : `${line.slice(0, last)}\\${line.slice(last)}`
}
