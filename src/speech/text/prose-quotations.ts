import type { Range } from '../../diagnostics/index.js'
import { type MarkFamily, type ProseMark, proseMarks } from './prose-marks.js'
import { countQuotedWords, hasWordsAfter, hasWordsBetween, isTitleOfWork } from './quoted-words.js'

/** What stands between two outermost quotation marks of a prose text. */
export interface ProseQuotation extends Range {
  readonly words: number
  /** The name of a work, which nobody said. */
  readonly isTitle: boolean
}

/** A mark of a prose text that nothing pairs with. */
export interface UnpairedMark extends Range {
  /** As many words stand at it as a quotation has that must be proved. */
  readonly quotes: boolean
}

/** The quotations of a prose text, in order, and its unpaired marks. */
export interface ProseQuotations {
  readonly quotations: readonly ProseQuotation[]
  readonly unpaired: readonly UnpairedMark[]
}

/** The fewest words of a quotation that must be proved by itself. */
export const FEWEST_QUOTED_WORDS = 4

/**
 * Finds what a prose text puts in quotation marks of any kind. Apostrophes, feet and inches do not count. A quotation of
 * several paragraphs, each begun with a mark, is returned paragraph by paragraph. The Markdown of the text must be masked.
 */
export function findProseQuotations(text: string, paragraphs: readonly Range[]): ProseQuotations {
  const spans: Range[] = []
  const unpaired: UnpairedMark[] = []
  paragraphs.forEach((paragraph, index) => {
    const left = pairMarks(text, paragraph, spans, unpaired)
    const next = paragraphs[index + 1]
    const [outer] = left
    if (outer && next && opensWith(text, next, outer))
      spans.push({ start: outer.end, end: trimmedEnd(text, paragraph) })
    else for (const mark of left) if (!mark.doubtful) unpaired.push(unpairedOpening(text, mark))
  })
  const quotations = outermost(spans)
    .filter(span => !isTitleInAngles(text, span))
    .map(span => describe(text, span))
  return { quotations, unpaired: unpaired.sort((a, b) => a.start - b.start) }
}

/** The paragraphs of a prose text: runs of lines that are not empty, or single lines where each is one. */
export function proseParagraphs(text: string, eachLine: boolean): Range[] {
  const blocks: Range[] = []
  let start = 0
  for (const gap of text.matchAll(eachLine ? /\n\s*/g : /\n[ \t]*\n\s*/g)) {
    blocks.push({ start, end: gap.index })
    start = gap.index + gap[0].length
  }
  return [...blocks, { start, end: text.length }]
}

/** An opening mark that waits for its counterpart, with the apostrophes that may be it. */
interface OpenMark extends ProseMark {
  firstMaybe?: number
  lastMaybe?: number
}

/** Pairs the marks of a paragraph; returns the opening ones that are left, the outermost first. */
function pairMarks(text: string, paragraph: Range, spans: Range[], unpaired: UnpairedMark[]): OpenMark[] {
  const open = new OpenMarks()
  const settle = (mark: OpenMark | undefined) => {
    if (mark?.firstMaybe !== undefined) spans.push(settled(text, mark))
  }
  for (const mark of proseMarks(text, paragraph)) {
    const { family, role, start, end } = mark
    if (family === 'single') {
      const top = open.top?.family === 'single' ? open.top : undefined
      if (top && role !== 'open') {
        if (mayBeApostrophe(text, mark, top)) noteMaybe(top, start)
        else {
          open.pop()
          spans.push({ start: top.end, end: start })
        }
      } else if (role !== 'close') {
        if (top?.firstMaybe !== undefined) settle(open.pop())
        open.push({ ...mark })
      }
      continue
    }
    const opener = open.lastOf(family)
    if (opener && role !== 'open' && !isMeasureWithin(mark, opener)) {
      for (let last = open.pop(); last !== opener; last = open.pop()) settle(last)
      spans.push({ start: opener.end, end: start })
    } else if (role === 'open' || (role === 'either' && !mark.afterDigit && !endsWords(text, mark)))
      open.push({ ...mark })
    else if (!mark.afterDigit || !MEASURES.has(mark.character))
      unpaired.push({
        start,
        end,
        quotes: hasWordsBetween(text, paragraph.start, start, FEWEST_QUOTED_WORDS),
      })
  }
  return open.all.filter(mark => {
    settle(mark)
    return mark.firstMaybe === undefined
  })
}

/** The opening marks that wait for their counterparts, the outermost first. */
class OpenMarks {
  readonly all: OpenMark[] = []
  readonly #ofFamily = new Map<MarkFamily, OpenMark[]>()

  get top(): OpenMark | undefined {
    return this.all.at(-1)
  }

  lastOf(family: MarkFamily): OpenMark | undefined {
    return this.#ofFamily.get(family)?.at(-1)
  }

  push(mark: OpenMark): void {
    this.all.push(mark)
    const others = this.#ofFamily.get(mark.family)
    if (others) others.push(mark)
    else this.#ofFamily.set(mark.family, [mark])
  }

  pop(): OpenMark | undefined {
    const mark = this.all.pop()
    if (mark) this.#ofFamily.get(mark.family)?.pop()
    return mark
  }
}

/** Whether a mark that could close what another opens may be an apostrophe instead: by its place, or its other shape. */
function mayBeApostrophe(text: string, mark: ProseMark, opener: OpenMark): boolean {
  const isOtherShape = (mark.character === "'") !== (opener.character === "'")
  return mark.doubtful || isOtherShape || (opener.doubtful && /[sxz]/i.test(text.charAt(mark.start - 1)))
}

/** Marks that may be the end of what a single mark opens, unless they are apostrophes. */
function noteMaybe(opener: OpenMark, at: number): void {
  if (opener.doubtful) return
  opener.firstMaybe ??= at
  opener.lastMaybe = at
}

const MEASURES: ReadonlySet<string> = new Set(['"', '＂', "''", '’’', '″', 'ʺ'])

/** Inches within a quotation whose opening mark is of another shape. */
function isMeasureWithin({ afterDigit, character, family }: ProseMark, opener: OpenMark): boolean {
  return afterDigit && MEASURES.has(character) && family !== 'prime' && !MEASURES.has(opener.character)
}

/** `“` after a word with no word after it: it closes, though nothing is open. */
function endsWords(text: string, { end, character }: ProseMark): boolean {
  const opens = /^[\u2060-\u2064]*\s?[^\s.,;:!?)\]]/.test(text.slice(end, end + LONGEST_INDENT))
  return character !== '"' && !opens
}

/** What a single mark opens, where its end may be one of several apostrophes: the first, if enough words stand before it or only one. */
function settled(text: string, { end, firstMaybe = end, lastMaybe = end }: OpenMark): Range {
  const words = countQuotedWords(text.slice(end, firstMaybe))
  return { start: end, end: words >= FEWEST_QUOTED_WORDS || words === 1 ? firstMaybe : lastMaybe }
}

/** A name may begin with a mark that is a letter of another script (`‘Abd al-Rahman`): that is only warned of. */
function unpairedOpening(text: string, mark: OpenMark): UnpairedMark {
  const { start, end, family } = mark
  const isName = family === 'single' && NAME_AFTER.test(text.slice(end, end + 40))
  return { start, end, quotes: !isName && hasWordsAfter(text, end, FEWEST_QUOTED_WORDS) }
}

const NAME_AFTER =
  /^(?!(?:I|We|You|He|She|It|They|This|That|These|Those|There|The|A|An|No|Not|Our|My|His|Her|Your|If|In|On|As|At|But|And|So|What|Who|Why|When|Where|How|Let|Every|All|Nobody|Nothing)\b)\p{Lu}\p{Ll}/u

/** Characters of white space at the start of a paragraph. */
const LONGEST_INDENT = 20

/** Whether a paragraph repeats the opening mark of the one before. */
function opensWith(text: string, { start, end }: Range, mark: ProseMark): boolean {
  const head = text.slice(start, Math.min(end, start + LONGEST_INDENT)).replace(/^[\s\u2060-\u2064]+/, '')
  if (head.startsWith(mark.character)) return true
  return mark.family === 'double' && /^["“„”]/.test(head)
}

function trimmedEnd(text: string, { start, end }: Range): number {
  return start + text.slice(start, end).trimEnd().length
}

/** The spans that lie in no other, in order. */
function outermost(spans: readonly Range[]): Range[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const outer: Range[] = []
  let reached = -1
  for (const span of sorted) {
    if (span.start < reached) continue
    outer.push({ start: span.start, end: span.end })
    reached = span.end
  }
  return outer
}

function describe(text: string, { start, end }: Range): ProseQuotation {
  const inner = text.slice(start, end)
  return { start, end, words: countQuotedWords(inner), isTitle: isTitleOfWork(inner) }
}

/** `《…》` encloses the titles of Chinese works; it quotes in other scripts, and after a verb of saying. */
function isTitleInAngles(text: string, { start, end }: Range): boolean {
  if (text.charAt(start - 1) !== '《') return false
  if (!/\p{Script=Han}/u.test(text.slice(start, Math.min(end, start + 200)))) return false
  return !/(?:说|說|道|称|稱|表示|指出|[:：,，])\s*$/u.test(text.slice(Math.max(0, start - 6), start - 1))
}
