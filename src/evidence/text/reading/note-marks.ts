import type { Range } from '../../../diagnostics/index.js'
import { join, replaceRanges } from './mask.js'

/**
 * Takes the marks of notes out of their words: raised figures, figures in brackets, asterisks and daggers, and figures that stand
 * at the end of a word where they count on. What may be an exponent or a part of a name stays.
 */
export function withoutNoteMarks(text: string): string {
  let masked = text
  if (/[⁰¹²³⁴-⁹]/.test(masked)) masked = masked.replace(RAISED, maskRaised)
  if (masked.includes('[')) masked = masked.replace(IN_BRACKETS, join)
  if (/[*†‡]/.test(masked))
    masked = masked
      .replace(
        EMPHASIS,
        (_all, open: string, words: string, close: string) => join(open) + words + join(close),
      )
      .replace(ASTERISKS, join)
  return replaceRanges(masked, countedFigures(masked), join)
}

const RAISED =
  /(\p{L}+|(?<!\d)(?:1[5-9]|20)\d\d|[%)])([.,;:!?”’"')\]»]*)([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,⁻–]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*)(?![\p{L}\p{N}])/gu

function maskRaised(all: string, word: string, punctuation: string, figure: string): string {
  const isMark = punctuation !== '' || SHORT_WORDS.has(word.toLowerCase()) || word.length > 2 || word === '%'
  if (!isMark || UNITS.has(word.toLowerCase())) return all
  return word + punctuation + join(figure)
}

/** What a raised figure after it makes an area or a volume of. */
const UNITS = new Set(
  'mile miles metre metres meter meters foot feet inch inches yard yards sec secs kilometre kilometres kilometer kilometers mètre mètres metro metros meile meilen'.split(
    ' ',
  ),
)
const SHORT_WORDS = new Set('am an as at be by do go he if is it me my no of on or so to up us we'.split(' '))

/** `year[2]`, `year [2].`, `[^1]`, `[note 1]`; a figure in brackets between two words may be a word of the text. */
const IN_BRACKETS =
  /(?<=[\p{L}\p{Nd}.,;:!?”’"')\]»%\u2060])\[(?:\d{1,3}(?:[,–-] ?\d{1,3})*|(?:note|nb|fn) \d{1,3}|citation needed)\](?![\p{L}\p{N}])|(?<=\p{L}{4}) \[\d{1,3}\](?=[.,;:](?:\s|[”’"']|$))| ?\[\^[^\]\s]{1,40}\]/gu

const EMPHASIS = /(?<![\p{L}\p{N}*])(\*{1,2})([^\s*](?:[^*\n]{0,100}[^\s*])?)(\1)(?![\p{L}\p{N}*])/gu
const ASTERISKS = /(?<=\p{L}{3}[.,;:!?”’"')]{0,2})(?:\*{1,2}|[†‡]{1,2})(?=[\s.,;:!?”’"')\]]|$)/gu

/** Figures without a mark of their own, at words that stand apart, where another is one less before it or one more after it. */
function countedFigures(text: string): Range[] {
  const found = [...text.matchAll(GLUED_FIGURE)].flatMap(({ 0: figure, index }) => {
    const before = text.slice(Math.max(0, index - MOST_BEFORE), index)
    const stem = /\p{L}+(?=\P{L}*$)/u.exec(before)?.[0] ?? ''
    const range = { start: index, end: index + figure.length }
    return Number(figure) === 0 || ABBREVIATION.test(before)
      ? []
      : [{ ...range, number: Number(figure), stem }]
  })
  return found.filter((one, at) => {
    const [before, after] = [found[at - 1], found[at + 1]]
    return (before && isNext(text, before, one)) || (after && isNext(text, one, after))
  })
}

interface GluedFigure extends Range {
  readonly number: number
  readonly stem: string
}

/** Whether two figures count on; those of words beside each other, or of one word, are names: `phase1 and phase2`. */
function isNext(text: string, one: GluedFigure, other: GluedFigure): boolean {
  return (
    other.number === one.number + 1 &&
    one.stem.toLowerCase() !== other.stem.toLowerCase() &&
    /\S\s+\S+\s+\S/.test(text.slice(one.end - 1, Math.min(other.start, one.end + MOST_BETWEEN)))
  )
}

const MOST_BEFORE = 40
const MOST_BETWEEN = 200
const GLUED_FIGURE =
  /(?<=\p{Ll}{4}(?:[.!?][”’"')]{0,2}|[”’"')]))\d{1,3}(?=\s+[\p{Lu}“‘"'(]|\s*$)|(?<=\p{Ll}{4}[,;:]?[”’"')]?)\d{1,3}(?=[\s.,;:](?!\d)|$)/gu
const ABBREVIATION =
  /(?:^|[^\p{L}])(?:paras?|pages?|lines?|vols?|notes?|chap|sect|sections?|items?|clauses?|articles?|parts?|verses?|figs?|tables?|rules?|points?)[.,;:]?$/iu
