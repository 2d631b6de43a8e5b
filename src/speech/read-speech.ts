import type { Range } from '../diagnostics/index.js'
import { paragraphText } from './article/paragraph-text.js'
import { findHeadings } from './article/structure/headings.js'
import { findTitle } from './article/structure/title.js'
import type { EntityIndex } from './entities/entity.js'
import { findEntities } from './entities/find-entities.js'
import { speechLanguage } from './language/detect-language.js'
import { tagSentences } from './language/tag-sentences.js'
import type { Sentence } from './language/tagged-words.js'
import { lastIndexBefore, splitLongLines } from './language/text.js'
import type { SpeechLanguage } from './lexicon/languages.js'
import { withinSpans } from './quotations/quotation-spans.js'
import { CoreferenceResolver } from './quotations/resolve-coreference.js'
import type { QuotedSpan } from './text/quotation-marks.js'
import type { SpeechOptions, Utterance } from './utterance.js'
import { assemblePassages, quotable } from './utterances/assemble-passages.js'
import { findUnmarkedSpeech, rangesOf } from './utterances/english-passages.js'
import { labelAt } from './utterances/label-candidates.js'
import { outermostSpans } from './utterances/quoted-spans.js'
import { type SpokenPassage, utterancesOf } from './utterances/spoken-passage.js'
import { splitAtLabels } from './utterances/turns.js'

/** What a text says, and who says what in it. */
export interface Speech {
  /** In the order of the text; those within another come after it. */
  readonly utterances: readonly Utterance[]
  /** What may be quoted: the statements that stand in no other, and that nothing disowns. */
  readonly quotations: readonly SpokenPassage[]
  /** All characters that are somebody's words, with labels and questions: sorted, and none in another. */
  readonly spoken: readonly Range[]
  /** The sentences of the text proper. */
  readonly sentences: readonly Sentence[]
  readonly entities: EntityIndex
  readonly spans: readonly QuotedSpan[]
  readonly resolver: CoreferenceResolver
}

/**
 * Reads who says what in a text. `paragraphs` are its paragraphs in characters; those of which `isSaid` says no are headings
 * and boilerplate, which say nothing. Without `isSaid`, headings are found by their form.
 */
export async function readSpeech(
  text: string,
  paragraphs: readonly Range[],
  isSaid?: (place: Pick<Sentence, 'start'>) => boolean,
  { lang, voice = 'reporting', blockQuotations }: SpeechOptions = {},
): Promise<Speech> {
  const language = speechLanguage(text, lang) ?? 'en'
  const isProper = isSaid ?? properByForm(text, paragraphs, language)
  const lines = splitAtLabels(text, splitLongLines(text, paragraphs), language)
  const spans = outermostSpans(text, lines).filter(isProper)
  const sentences = (await tagSentences(text, lines)).filter(isProper)
  const entities = findEntities(sentences)
  const isBlock = inParagraphs(paragraphs, blockQuotations)
  const tagged = {
    text,
    language,
    lines,
    sentences,
    entities: entities.all,
    spans,
    isProper: (line: number) => lines[line] !== undefined && isProper(lines[line]),
    isMarkedBlock: (line: number) => lines[line] !== undefined && isBlock(lines[line]),
  }
  const unmarked = findUnmarkedSpeech(tagged)
  const spoken = joinedRanges([...rangesOf(unmarked), ...spans])
  const resolver = new CoreferenceResolver(entities, withinSpans(spoken))
  const passages = assemblePassages(tagged, unmarked, resolver, voice)
  const { own, outer, nested } = passages
  return {
    utterances: utterancesOf([...(own ? [own] : []), ...outer, ...nested]),
    quotations: quotable(text, passages),
    spoken,
    sentences,
    entities,
    spans,
    resolver,
  }
}

/** Tells what is no heading, by the form of the paragraphs. */
function properByForm(
  text: string,
  paragraphs: readonly Range[],
  language: SpeechLanguage,
): (place: Pick<Range, 'start'>) => boolean {
  const passages = paragraphs.map(({ start, end }) => paragraphText(text.slice(start, end)))
  const headings = findHeadings(passages, new Set())
  const title = findTitle(passages, new Set(), undefined, new Set())
  if (title !== undefined) headings.add(title)
  for (const at of headings) {
    const label = paragraphs[at] && labelAt(text, paragraphs[at], language)
    if (label && label.kind !== 'name') headings.delete(at)
  }
  const isHeading = inParagraphs(paragraphs, headings)
  return place => !isHeading(place)
}

/** Whether a place lies in one of some paragraphs, which are counted from 0. */
function inParagraphs(
  paragraphs: readonly Range[],
  some: ReadonlySet<number> = new Set(),
): (place: Pick<Range, 'start'>) => boolean {
  if (some.size === 0) return () => false
  return ({ start }) => some.has(lastIndexBefore(paragraphs, start + 1, paragraph => paragraph.start))
}

/** Ranges in order, those that meet or cross as one. */
function joinedRanges(ranges: readonly Range[]): Range[] {
  const joined: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && range.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else joined.push({ start: range.start, end: range.end })
  }
  return joined
}
