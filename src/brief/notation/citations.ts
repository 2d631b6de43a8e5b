import { present, type Range } from '../../diagnostics/index.js'
import { RECIPIENT_FIELD } from './recipient-fields.js'
import { parseTargetName, targetName } from './reference-targets.js'

/** One source cited, as Pandoc writes it: `see @article, para. 4`. */
export interface Citation {
  readonly source: string
  /** The text after the id: a page, a paragraph, a remark. */
  readonly locator: string | undefined
  /** The text before it, such as `see`. */
  readonly prefix: string | undefined
  /** Characters (UTF-16) of the whole citation, without the white space around it. */
  readonly range: Range
  /** Characters of the id, without `@`. */
  readonly sourceRange: Range
}

/** Sources cited in one pair of brackets. */
export interface CitationGroup {
  /** With the brackets. */
  readonly range: Range
  readonly citations: readonly Citation[]
  /** Parts that refer to something in the brief itself. */
  readonly references: readonly CrossReference[]
  /** Parts between semicolons that are not citations. */
  readonly errors: readonly CitationError[]
}

/** What a text refers to in the brief itself, as pandoc-crossref writes it: `@tbl:costs`; `-@tbl:costs` for the number alone. */
export interface CrossReference {
  /** In the form of `targetName`. */
  readonly target: string
  readonly isNumberOnly: boolean
  /** Within brackets, the words before and after it. */
  readonly prefix: string | undefined
  readonly suffix: string | undefined
  /** Characters (UTF-16) of all that stands for it, with the minus sign. */
  readonly range: Range
  /** Characters of its name, without `@`. */
  readonly nameRange: Range
}

/** A part of a citation group that is not a citation. */
export interface CitationError {
  readonly range: Range
  readonly text: string
}

/** The citations of a whole `cite` field: `article`, `@article`, `[@article, para. 4]`, `@article, p. 3; @order`. */
export function parseCitations(text: string): readonly Citation[] {
  return parseCiteField(text).citations
}

/** As `parseCitations`, with the parts that are not citations. */
export function parseCiteField(text: string): CitationGroup {
  const range = trimmedRange(text, 0, text.length)
  if (BARE_ID.test(text.slice(range.start, range.end))) {
    const source = text.slice(range.start, range.end).normalize('NFC')
    const citation = { source, locator: undefined, prefix: undefined, range, sourceRange: range }
    return { range, citations: [citation], references: [], errors: [] }
  }
  const bracketed = text[range.start] === '[' && text[range.end - 1] === ']'
  return readGroup(text, range, bracketed ? 1 : 0)
}

/** All citations of a prose text, in order. */
export function citationsIn(text: string): readonly Citation[] {
  return findCitationGroups(text).flatMap(group => group.citations)
}

/**
 * The bracketed citations of a prose text: `[@a]`, `[see @a, p. 3; @b]`. Mail addresses, the text of links, code in
 * backticks and what is escaped with `\` are not citations.
 */
export function findCitationGroups(text: string): readonly CitationGroup[] {
  const groups: CitationGroup[] = []
  if (!text.includes('@')) return groups
  const open: { readonly start: number; cites: boolean }[] = []
  for (const { mark, at } of significantMarks(text)) {
    const innermost = open.at(-1)
    if (mark === '[') open.push({ start: at, cites: false })
    else if (mark === '@' && innermost) innermost.cites ||= isCitationMark(text, innermost.start + 1, at)
    else if (mark === ']' && open.pop()?.cites && innermost && text[at + 1] !== '(')
      groups.push(readGroup(text, { start: innermost.start, end: at + 1 }, 1))
  }
  return groups.sort((a, b) => a.range.start - b.range.start)
}

/** A source named in running text, as Pandoc cites it there: `@article says`. */
export interface CitationInText extends Range {
  readonly source: string
}

/** What may be citations in a prose text but does not stand in brackets; mail addresses and those of the web are none. */
export function citationsInText(text: string): CitationInText[] {
  const groups = findCitationGroups(text).map(({ range }) => range)
  const found: CitationInText[] = []
  let next = 0
  for (const { mark, at } of significantMarks(text)) {
    while ((groups[next]?.end ?? text.length) <= at) next += 1
    const key = mark === '@' && at < (groups[next]?.start ?? text.length) ? keyAt(text, at) : undefined
    if (key && BEFORE_CITATION.test(text.slice(Math.max(0, at - 2), at)))
      found.push({ source: key.id, start: at, end: key.end })
  }
  return found
}

/** All cross-references of a prose text, in brackets and without, in order. */
export function crossReferencesIn(text: string): CrossReference[] {
  if (!text.includes('@')) return []
  const grouped = findCitationGroups(text).flatMap(({ references }) => references)
  return [...grouped, ...bareCrossReferences(text)].sort((a, b) => a.range.start - b.range.start)
}

/** The cross-references of a prose text that stand in no brackets, in order. */
export function bareCrossReferences(text: string): CrossReference[] {
  return citationsInText(text).flatMap(({ source, start, end }): CrossReference[] => {
    const parsed = parseTargetName(source)
    if (!parsed) return []
    const isNumberOnly = text[start - 1] === '-'
    const nameStart = start + (text[start + 1] === '{' ? 2 : 1)
    return [
      {
        target: targetName(parsed),
        isNumberOnly,
        prefix: undefined,
        suffix: undefined,
        range: { start: isNumberOnly ? start - 1 : start, end },
        nameRange: { start: nameStart, end: end - (nameStart - start - 1) },
      },
    ]
  })
}

const BEFORE_CITATION = /(?:^|[\s([{"'“‘«„—–])-?$/u
const BARE_ID = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_:.#$%&\-+?<>~/]*$/u
/** Pandoc's citation key (manual, "Citation syntax"), where punctuation inside may also be doubled. */
const KEY =
  /@(?:\{([^{}\s]+)\}|([\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:[:.#$%&\-+?<>~/]+[\p{L}\p{M}\p{N}_]+)*))/uy
const WORD_BEFORE = /[\p{L}\p{N}_.]$/u

/** The characters that may belong to citations: brackets and `@` that are neither escaped nor in a code span. */
function* significantMarks(text: string): Generator<{ readonly mark: string; readonly at: number }> {
  const pattern = /\\[\s\S]|`+|[[\]@]/g
  const unmatched = new Set<string>()
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [mark] = match
    if (mark.startsWith('`')) {
      const close = unmatched.has(mark) ? -1 : closingTicks(text, mark, pattern.lastIndex)
      if (close === -1) unmatched.add(mark)
      else pattern.lastIndex = close + mark.length
    } else if (!mark.startsWith('\\')) yield { mark, at: match.index }
  }
}

/** A code span ends with as many backticks as it begins with. */
function closingTicks(text: string, ticks: string, from: number): number {
  let at = text.indexOf(ticks, from)
  while (at !== -1 && text[at + ticks.length] === '`') {
    let next = at + ticks.length
    while (text[next] === '`') next += 1
    at = text.indexOf(ticks, next)
  }
  return at
}

/** An `@` cites if a key follows; at the start of the brackets it counts as a citation even without one. */
function isCitationMark(text: string, start: number, at: number): boolean {
  if (WORD_BEFORE.test(text.slice(Math.max(start, at - 2), at))) return false
  return keyAt(text, at) !== undefined || /^\s?-?$/.test(text.slice(start, Math.min(at, start + 3)))
}

interface CitationKey {
  /** In the Unicode form of ids. */
  readonly id: string
  readonly idStart: number
  readonly idEnd: number
  /** After the braces, if there are any. */
  readonly end: number
}

function keyAt(text: string, at: number): CitationKey | undefined {
  KEY.lastIndex = at
  const match = KEY.exec(text)
  if (!match) return undefined
  const braced = match[1] !== undefined
  const written = present(match[1] ?? match[2], 'citation key')
  const idStart = at + (braced ? 2 : 1)
  return { id: written.normalize('NFC'), idStart, idEnd: idStart + written.length, end: KEY.lastIndex }
}

/** Reads the parts between semicolons; `brackets` is the width of the bracket on each side. */
function readGroup(text: string, range: Range, brackets: 0 | 1): CitationGroup {
  const citations: Citation[] = []
  const references: CrossReference[] = []
  const faults: CitationError[] = []
  const end = range.end - brackets
  for (let start = range.start + brackets; start <= end; ) {
    const semicolon = text.slice(start, end).indexOf(';')
    const stop = semicolon === -1 ? end : start + semicolon
    const part = trimmedRange(text, start, stop)
    const citation = readCitation(text, part)
    const reference = citation && asCrossReference(citation, text)
    if (reference) references.push(reference)
    else if (citation) citations.push(citation)
    else faults.push({ range: part, text: text.slice(part.start, part.end) })
    start = stop + 1
  }
  return { range, citations, references, errors: faults }
}

function asCrossReference(
  { source, prefix, locator, range, sourceRange }: Citation,
  text: string,
): CrossReference | undefined {
  const parsed = parseTargetName(source)
  if (!parsed) return undefined
  const isNumberOnly = /-@\{?$/.test(text.slice(range.start, sourceRange.start))
  return {
    ...{ target: targetName(parsed), isNumberOnly },
    ...{ prefix, suffix: locator, range, nameRange: sourceRange },
  }
}

/** One citation; undefined if the part has no key, more than one, or an unbalanced bracket. */
function readCitation(text: string, range: Range): Citation | undefined {
  const keys = keysIn(text, range)
  const [key] = keys
  if (!key || keys.length > 1) return undefined
  const prefix = text
    .slice(range.start, key.idStart)
    .replace(/-?@\{?$/, '')
    .trim()
  const locator = withoutBraces(text.slice(key.end, range.end)).replace(/^\s*,?\s*/, '')
  if (!isBalanced(prefix) || !isBalanced(locator) || holdsBrace(prefix + locator)) return undefined
  return {
    source: key.id,
    locator: locator === '' ? undefined : locator,
    prefix: prefix === '' ? undefined : prefix,
    range,
    sourceRange: { start: key.idStart, end: key.idEnd },
  }
}

/** Pandoc takes what stands in braces for the locator, whatever it is (manual, “Citation syntax”): `{pp. iv, vi}`, or `{}` for none. */
function withoutBraces(after: string): string {
  const [whole, locator = ''] = /^\s*,?\s*\{(?!\{)([^{}]*)\}/.exec(after) ?? []
  if (whole === undefined) return after
  const suffix = after.slice(whole.length)
  return locator.trim() === '' ? suffix : locator.trim() + suffix
}

const holdsBrace = (text: string) => /[{}]/.test(text.replace(RECIPIENT_FIELD, ''))

function keysIn(text: string, { start, end }: Range) {
  const keys = []
  for (let at = text.indexOf('@', start); at !== -1 && at < end; at = text.indexOf('@', at + 1)) {
    const key = WORD_BEFORE.test(text.slice(Math.max(start, at - 2), at)) ? undefined : keyAt(text, at)
    if (key && key.end <= end) keys.push(key)
  }
  return keys
}

function isBalanced(text: string): boolean {
  return text.split('[').length === text.split(']').length
}

function trimmedRange(text: string, start: number, end: number): Range {
  const part = text.slice(start, end)
  const from = start + part.length - part.trimStart().length
  return { start: from, end: Math.max(from, start + part.trimEnd().length) }
}
