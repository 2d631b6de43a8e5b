import type { Range } from '../../diagnostics/index.js'
import type { Entity } from '../entities/entity.js'
import type { Sentence, TaggedWord } from '../language/tagged-words.js'
import { lastIndexBefore } from '../language/text.js'
import type { SpeechLanguage } from '../lexicon/languages.js'
import { isReportingVerb } from '../lexicon/reporting-verbs.js'
import { type Attribution, Attributor } from '../quotations/attribute.js'
import type { AttributedQuotation, QuotationFragment } from '../quotations/find-quotations.js'
import { type ReportingSentence, reportingSentences } from '../quotations/reporting-sentences.js'
import type { CoreferenceResolver } from '../quotations/resolve-coreference.js'
import type { QuotedSpan } from '../text/quotation-marks.js'
import { type BlockQuotation, findBlockQuotations } from './block-quotations.js'
import { markingBefore, type SpokenPassage, startOf } from './spoken-passage.js'
import { findTurns, type Turn } from './turns.js'

/** A text in English, read as far as its passages without marks need it. */
export interface TaggedText {
  readonly text: string
  readonly language: SpeechLanguage
  readonly lines: readonly Range[]
  readonly sentences: readonly Sentence[]
  readonly entities: readonly Entity[]
  /** Between quotation marks, in the order of the text. */
  readonly spans: readonly QuotedSpan[]
  readonly isProper: (line: number) => boolean
  readonly isMarkedBlock: (line: number) => boolean
}

/** The turns and block quotations of a text, before it is known who speaks in them. */
export interface UnmarkedSpeech {
  readonly turns: readonly Turn[]
  readonly blocks: readonly BlockQuotation[]
}

/** Finds what is somebody's words without quotation marks around it. */
export function findUnmarkedSpeech(tagged: TaggedText): UnmarkedSpeech {
  const { text, lines, sentences, entities, spans, isProper, isMarkedBlock } = tagged
  const byLine = sentencesByParagraph(sentences)
  const hasSpan = (line: Range) => {
    const at = lastIndexBefore(spans, line.end, ({ start }) => start)
    return (spans[at]?.start ?? -1) >= line.start
  }
  const persons = new Set(
    entities.flatMap(({ type, mentions }) =>
      type === 'person' ? mentions.map(({ words }) => words.at(-1)?.toLowerCase() ?? '') : [],
    ),
  )
  const turns = findTurns(text, lines, tagged.language, {
    isProper,
    isPerson: name => persons.has(name.split(/\s+/).at(-1)?.toLowerCase() ?? ''),
    isReporting: (at, names) =>
      (byLine.get(at) ?? []).some(
        ({ words }) =>
          words.some(({ lower, pos }) => pos === 'VERB' && isReportingVerb(lower)) &&
          ((lines[at] && hasSpan(lines[at])) ||
            words.some(({ lower, pos }) => pos === 'PROPN' && names.has(lower))),
      ),
  })
  const inTurn = new Set(turns.flatMap(({ parts }) => parts.map(({ start }) => start)))
  const labels = new Set(turns.map(({ label }) => label.range.start))
  const lineProper = (at: number) => {
    const line = lines[at]
    return line !== undefined && isProper(at) && !inTurn.has(line.start) && !labels.has(line.start)
  }
  const blocks = findBlockQuotations(text, lines, {
    isProper: lineProper,
    isMarked: isMarkedBlock,
    introduces: at => introducesSpeech(text, lines[at], byLine.get(at)?.at(-1)),
    isReporting: at => {
      const line = lines[at]
      if (line && hasSpan(line)) return true
      return (byLine.get(at) ?? []).some(({ words }) => reportsOfAnother(words))
    },
  })
  return { turns, blocks }
}

function sentencesByParagraph(sentences: readonly Sentence[]): ReadonlyMap<number, readonly Sentence[]> {
  const byParagraph = new Map<number, Sentence[]>()
  for (const sentence of sentences) {
    const others = byParagraph.get(sentence.paragraph)
    if (others) others.push(sentence)
    else byParagraph.set(sentence.paragraph, [sentence])
  }
  return byParagraph
}

/** `Speaking in Oslo, Moe said:`, `A statement by the ministry:`: a colon, and not far before it a verb or a noun of speech. */
function introducesSpeech(text: string, line: Range | undefined, last: Sentence | undefined): boolean {
  if (!line || !last || !/[:：]\s*$/.test(text.slice(Math.max(line.start, line.end - 4), line.end)))
    return false
  const words = last.words.slice(0, -1)
  const verb = words.findLastIndex(
    ({ lower, pos }) => isReportingVerb(lower) && pos !== 'ADJ' && pos !== 'NOUN',
  )
  const noun = words.findLastIndex(({ lower }) => STATEMENT.test(lower))
  const from = Math.max(verb, noun)
  return (
    from !== -1 &&
    words.length - from <= MAX_INTRODUCTION &&
    !words.slice(from + 1).some(({ pos, lower }) => pos === 'VERB' || pos === 'AUX' || lower === 'that')
  )
}

/** Words after a verb or a noun of speech that may stand before the colon: `in a statement on Tuesday`. */
const MAX_INTRODUCTION = 16
const STATEMENT = /^(?:statement|remarks|letter|comment|comments|e-?mail|message|tweet|post|reply|response)$/

/** `Moe added that …`, `She said …`: the reporter's sentence, by a finite verb of speech whose subject is somebody else. */
function reportsOfAnother(words: readonly TaggedWord[]): boolean {
  return words.some(({ lower, pos }, at) => {
    if (pos !== 'VERB' || !isReportingVerb(lower) || /ing$/.test(lower)) return false
    const before = words[at - 1]
    return (
      before !== undefined && (before.pos === 'PROPN' || /^(?:he|she|they|it|also|who|,)$/.test(before.lower))
    )
  })
}

/** The characters that are somebody's in a text, labels and questions included. */
export function rangesOf({ turns, blocks }: UnmarkedSpeech): Range[] {
  return [
    ...turns.flatMap(({ label, parts }) => [label.range, ...parts]),
    ...blocks.flatMap(({ parts, signature }) => (signature ? [...parts, signature] : parts)),
  ].sort((a, b) => a.start - b.start)
}

/** Attributes turns by their labels. */
export function turnPassages(
  text: string,
  turns: readonly Turn[],
  entities: readonly Entity[],
): SpokenPassage[] {
  const byLastName = new Map<string, Entity[]>()
  for (const entity of entities) {
    if (entity.type === 'place' || entity.name === entity.name.toUpperCase()) continue
    const last = entity.name.split(' ').at(-1)?.toLowerCase() ?? ''
    byLastName.set(last, [...(byLastName.get(last) ?? []), entity])
  }
  const labelled = new Set(turns.map(({ label }) => label.name.split(/\s+/).at(-1)?.toLowerCase()))
  const others = entities.filter(
    ({ type, name }) => type === 'person' && !labelled.has(name.split(' ').at(-1)?.toLowerCase()),
  )
  const [answerer] = others
  return turns.map(({ label, parts }) => {
    const base = { parts: fragmentsOf(parts), marking: 'turn' as const, tag: label.range }
    if (label.kind === 'questioner') return { ...base, isQuestion: true, speaker: NOBODY }
    if (label.kind === 'answerer')
      return others.length === 1 && answerer
        ? { ...base, speaker: { kind: 'named', entity: answerer }, rule: 'only-person' }
        : { ...base, speaker: NOBODY }
    const isQuestion =
      parts.length === 1 && /^[^.!?]*\?["”’']?$/.test(text.slice(parts[0]?.start, parts[0]?.end))
    return {
      ...base,
      ...(isQuestion && { isQuestion }),
      speaker: speakerOfLabel(label, byLastName),
      rule: 'label',
    }
  })
}

type Speaker = Attribution['speaker']

const NOBODY: Speaker = { kind: 'unknown', why: 'its label names nobody' }

function speakerOfLabel(
  { name, nameRange }: Turn['label'],
  byLastName: ReadonlyMap<string, readonly Entity[]>,
): Speaker {
  const words = name.split(/\s+/)
  const bearers = byLastName.get(words.at(-1)?.toLowerCase() ?? '') ?? []
  const lower = name.toLowerCase()
  const same = bearers.filter(entity => entity.name.toLowerCase() === lower)
  const [entity, another] =
    same.length > 0
      ? same
      : bearers.filter(
          bearer => words.length === 1 || bearer.name.toLowerCase().startsWith(words[0]?.toLowerCase() ?? ''),
        )
  if (entity && !another) return { kind: 'named', entity }
  return { kind: 'unnamed', text: properCase(name), ...nameRange }
}

/** `MARSH` as `Marsh`. */
function properCase(name: string): string {
  if (name.length < 2 || name !== name.toUpperCase()) return name
  return name.replace(/\p{L}[\p{L}\p{M}]*/gu, word => word.charAt(0) + word.slice(1).toLowerCase())
}

function fragmentsOf(parts: readonly Range[]): QuotationFragment[] {
  return parts.map((part, at) => ({ ...part, link: at === 0 ? 'first' : 'continued' }))
}

/** Attributes block quotations by the paragraph before them, or the signature below. */
export function blockPassages(
  { text, lines, sentences, entities }: TaggedText,
  blocks: readonly BlockQuotation[],
  resolver: CoreferenceResolver,
): SpokenPassage[] {
  const byLine = sentencesByParagraph(sentences)
  const passages: SpokenPassage[] = []
  for (const { parts, introduction, signature, isUncertain } of blocks) {
    const [first] = parts
    if (!first) continue
    const base = { parts: fragmentsOf(parts), marking: 'block' as const }
    const intro = introduction === undefined ? undefined : byLine.get(introduction)?.at(-1)
    const tag = signature ?? (intro && { start: intro.start, end: intro.end }) ?? undefined
    const stated = signature
      ? signatory(text, signature, entities)
      : intro && attributedAfter(text, intro, first, resolver)
    const last = passages.at(-1)
    const attribution: Attribution = stated ?? inferredBefore(text, first, lines, byLine, resolver)
    passages.push({
      ...base,
      ...(isUncertain && last ? { speaker: last.speaker, rule: 'block-goes-on' } : attribution),
      ...(tag && { tag }),
    })
  }
  return passages
}

function signatory(text: string, { start, end }: Range, entities: readonly Entity[]): Attribution {
  const [name = ''] = /^[^,(]+/.exec(text.slice(start, end)) ?? []
  const sought = name.trim()
  const entity = entities.find(one =>
    one.mentions.some(mention => mention.start >= start && mention.end <= end),
  )
  return {
    speaker: entity
      ? { kind: 'named', entity }
      : { kind: 'unnamed', text: sought, start, end: start + sought.length },
    rule: 'signature',
  }
}

/** Who speaks by a sentence, as if the words after it were a quotation at its end. */
function attributedAfter(
  text: string,
  sentence: Sentence,
  words: Range,
  resolver: CoreferenceResolver,
): Attribution | undefined {
  const reporting = reportingSentences(text, [sentence], [], () => false)
  const items = reporting.at(-1)?.items ?? []
  const quoted = { span: { ...words, runsOn: false }, closing: '.' }
  const one: ReportingSentence = { items: [...items, quoted], paragraph: sentence.paragraph }
  const found = new Attributor([one], resolver.entities, resolver).attributeBySentence(0, items.length)
  return found?.speaker.kind === 'unknown' ? undefined : found
}

/** Of a block that nothing introduces, whoever the sentence before it is about. */
function inferredBefore(
  text: string,
  first: Range,
  lines: readonly Range[],
  byLine: ReadonlyMap<number, readonly Sentence[]>,
  resolver: CoreferenceResolver,
): Attribution {
  const line = lastIndexBefore(lines, first.start + 1, ({ start }) => start)
  const sentence = byLine.get(line - 1)?.at(-1)
  const found = sentence && attributedAfter(text, sentence, first, resolver)
  return found ? { ...found, rule: 'paragraph-before' } : { speaker: NO_INTRODUCTION }
}

const NO_INTRODUCTION: Speaker = { kind: 'unknown', why: 'nothing introduces these words' }

/** A quotation in marks as a passage; after the label of a turn it is whose label it is. */
export function markedPassage(
  text: string,
  quotation: AttributedQuotation,
  turns: ReadonlyMap<number, SpokenPassage>,
): SpokenPassage {
  const start = quotation.parts[0]?.start ?? 0
  const turn = turns.get(start) ?? turns.get(start - 1)
  const labelled = quotation.rule === 'label'
  return {
    ...quotation,
    ...(turn && {
      speaker: turn.speaker,
      ...(turn.rule && { rule: turn.rule }),
      ...(turn.tag && { tag: turn.tag }),
    }),
    marking: labelled ? 'turn' : markingBefore(text, start),
  }
}

/** Whether the words of a turn all stand in quotation marks: they are one utterance with these. */
export function isQuotedTurn(text: string, passage: SpokenPassage): boolean {
  return /^["“„«'‘]/.test(text.slice(startOf(passage), startOf(passage) + 1))
}
