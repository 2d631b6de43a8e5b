import type { LocatorKind } from '../../brief/index.js'
import type { Range } from '../../diagnostics/index.js'
import { type LineNumber, longestNumbering, numberAtStart } from './numbered-lines.js'

/** Where a part of a text begins, by the text's own numbering. */
export interface PlaceMark {
  readonly kind: LocatorKind
  /** As it is cited: `12`, `5a`, `XII`, `00:12:03`. */
  readonly number: string
  readonly at: number
}

/** Finds where the parts of some kinds begin in a text, in its order. */
export function readPlaceMarks(
  text: string,
  paragraphs: readonly Range[],
  kinds: readonly LocatorKind[],
): PlaceMark[] {
  const lines = linesWithin(text, paragraphs)
  return kinds.flatMap(kind => READERS[kind](lines, text)).sort((a, b) => a.at - b.at)
}

interface TextLine {
  readonly text: string
  readonly at: number
  readonly beginsParagraph: boolean
}

type MarkReader = (lines: readonly TextLine[], text: string) => PlaceMark[]

const READERS: Readonly<Record<LocatorKind, MarkReader>> = {
  paragraph: lines => numberedParagraphs(lines, 'paragraph'),
  article: lines => headings(lines, 'article', ARTICLE),
  recital: lines => recitals(lines),
  section: lines => sections(lines),
  page: (_lines, text) => pages(text),
  line: lines => numberedLines(lines),
  timestamp: lines => timestamps(lines),
}

function linesWithin(text: string, paragraphs: readonly Range[]): TextLine[] {
  return paragraphs.flatMap(({ start, end }) => {
    const lines: TextLine[] = []
    let at = start
    for (const line of text.slice(start, end).split(/(?<=[\n\u0085\u2028\u2029\f]|\r(?!\n))/)) {
      lines.push({ text: line, at, beginsParagraph: at === start })
      at += line.length
    }
    return lines
  })
}

/** A number without a mark begins a paragraph only where the text begins one; one with a mark may follow a line break. */
function numberedParagraphs(lines: readonly TextLine[], kind: 'paragraph' | 'recital'): PlaceMark[] {
  const numbers = lines.flatMap(({ text, at, beginsParagraph }): LineNumber[] => {
    const number = numberAtStart(text, at)
    return number && (beginsParagraph || number.style !== 'bare') ? [number] : []
  })
  return longestNumbering(numbers).map(({ label, at }) => ({ kind, number: label, at }))
}

const ORDINAL = String.raw`(?:er|re|\.?[ºª°o])?`
const NUMERAL = String.raw`(?:\d{1,4}[a-z]?|[IVXLC]{1,8}|premier|première|primero)`
const ARTICLE = new RegExp(
  String.raw`^[\s#>*_]*(?:art[íi]culo|article|artikel|art\.?)\s+(${NUMERAL})${ORDINAL}(.*)`,
  'iu',
)
const RECITAL = new RegExp(
  String.raw`^[\s#>*_]*(?:recital|considerando|considérant|erwägungsgrund)\s+\(?(${NUMERAL})\)?(.*)`,
  'iu',
)
const SECTION =
  /^[\s#>*_]*(?:§§?|(?:sección|section|sect?\.|abschnitt|kapitel|chapter|capítulo|chapitre)(?=\s))\s*(\d{1,4}[a-z]?(?:\.\d{1,3}[a-z]?)*|[IVXLC]{1,8}\b)(.*)/iu
const NUMBERED_HEADING = /^[\s#>*_]*(\d{1,3}(?:\.\d{1,3})*)\.?[ \t]+(?=[\p{Lu}\p{Pi}])/u
const LONGEST_HEADING = 120

/**
 * A heading is followed by nothing, a stop, a dash, a bracket after a space or a capital: `Article 5 shall apply` and `Article 5(2)`
 * are references to one.
 */
function headings(
  lines: readonly TextLine[],
  kind: 'article' | 'recital' | 'section',
  form: RegExp,
): PlaceMark[] {
  return lines.flatMap(({ text, at, beginsParagraph }) => {
    const [, numeral, after] = form.exec(text.slice(0, LONGEST_HEADING)) ?? []
    if (numeral === undefined || after === undefined) return []
    const fits = beginsParagraph ? AFTER_HEADING : ALONE
    return fits.test(after) ? [{ kind, number: numeralLabel(numeral), at }] : []
  })
}

const AFTER_HEADING = /^(?:[*_]*\s*$|\s*[.:–—-]|\s+[(\p{Lu}\p{Pi}"*_])/u
const ALONE = /^[*_.:]*\s*$/

function numeralLabel(numeral: string): string {
  if (/^(?:premi|prim)/i.test(numeral)) return '1'
  return /^\d/.test(numeral) ? numeral.toLowerCase() : numeral.toUpperCase()
}

/** `(12)` is a recital only before the first article. */
function recitals(lines: readonly TextLine[]): PlaceMark[] {
  const named = headings(lines, 'recital', RECITAL)
  if (named.length > 0) return named
  const end = headings(lines, 'article', ARTICLE)[0]?.at ?? Number.POSITIVE_INFINITY
  return numberedParagraphs(
    lines.filter(({ at }) => at < end),
    'recital',
  )
}

function sections(lines: readonly TextLine[]): PlaceMark[] {
  const named = headings(lines, 'section', SECTION)
  if (named.length > 0) return named
  return lines.flatMap(({ text, at, beginsParagraph }): PlaceMark[] => {
    const line = text.trim()
    const number = NUMBERED_HEADING.exec(line)?.[1]
    const isHeading = beginsParagraph && line.length <= LONGEST_HEADING && !/[.;:,!?…]["”’»)]*$/.test(line)
    return number !== undefined && isHeading ? [{ kind: 'section', number, at }] : []
  })
}

/** Marks with a number are trusted before form feeds, which count from 1. */
function pages(text: string): PlaceMark[] {
  const marks = [...text.matchAll(PAGE_MARK)].map(
    ({ 1: number = '', index }): PlaceMark => ({ kind: 'page', number: number.toLowerCase(), at: index }),
  )
  if (marks.length > 0) return marks
  const feeds = [...text.matchAll(/\f/g)].map(({ index }) => index + 1)
  return feeds.length === 0
    ? []
    : [0, ...feeds].map((at, index) => ({ kind: 'page', number: String(index + 1), at }))
}

const PAGE_MARK =
  /[[{(<](?:pages?|pp?\.?|página|pág\.|seite|S\.)[ \t\u00a0]{0,2}(\d{1,5}|[ivxlc]{1,8})[\]})>]/giu

/** Numbers of lines, each or every fifth, that begin anew on each page. */
function numberedLines(lines: readonly TextLine[]): PlaceMark[] {
  const marks: PlaceMark[] = []
  let last: { value: number; line: number } | undefined
  for (const [line, { text, at }] of lines.entries()) {
    const match = /^\s{0,12}(\d{1,4})(?:[.):]?\s|$)/.exec(text)
    const value = Number(match?.[1])
    if (!match) continue
    const follows = last ? value - last.value === line - last.line : value === 1 || value === 5
    if (!follows && value !== 1 && value !== 5) continue
    for (let missed = last && follows ? last.value + 1 : value; missed < value; missed++) {
      const between = lines[line - (value - missed)]
      if (between) marks.push({ kind: 'line', number: String(missed), at: between.at })
    }
    marks.push({ kind: 'line', number: String(value), at })
    last = { value, line }
  }
  return marks.length > 1 ? marks : []
}

const TIME = /^[\s>*_]*[[(]?(\d{1,2}:\d{2}(?::\d{2})?)(?![\d:])/

function timestamps(lines: readonly TextLine[]): PlaceMark[] {
  return lines.flatMap(({ text, at }): PlaceMark[] => {
    const number = TIME.exec(text)?.[1]
    return number === undefined ? [] : [{ kind: 'timestamp', number, at }]
  })
}
