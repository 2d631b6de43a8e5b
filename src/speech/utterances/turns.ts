import type { Range } from '../../diagnostics/index.js'
import type { SpeechLanguage } from '../lexicon/languages.js'
import { isPlaceName } from '../lexicon/places.js'
import { type LabelCandidate, labelAt } from './label-candidates.js'

/** What somebody says after a label, until the next one. */
export interface Turn {
  readonly label: LabelCandidate
  /** The words, paragraph by paragraph; none where there is only a label. */
  readonly parts: readonly Range[]
}

/**
 * The lines of a text as paragraphs of their own wherever one begins with what may be a label, so that no sentence goes from
 * one turn into the next.
 */
export function splitAtLabels(text: string, paragraphs: readonly Range[], language: SpeechLanguage): Range[] {
  return paragraphs.flatMap(paragraph => {
    const starts = [paragraph.start]
    for (const end of text.slice(paragraph.start, paragraph.end).matchAll(/\r\n?|[\n\u0085\u2028\u2029]/g)) {
      const start = paragraph.start + end.index + end[0].length
      if (start < paragraph.end && labelAt(text, { start, end: paragraph.end }, language)) starts.push(start)
    }
    return starts.map((start, at) => trimmedRange(text, { start, end: starts[at + 1] ?? paragraph.end }))
  })
}

/** Finds the turns of a transcript, an interview or a record. */
export function findTurns(
  text: string,
  lines: readonly Range[],
  language: SpeechLanguage,
  { isProper, isPerson, isReporting }: TurnContext,
): Turn[] {
  const found = lines.map((line, at) => (isProper(at) ? labelAt(text, line, language) : undefined))
  const accepted = acceptedLabels(found, isProper, isPerson, lazyWords(text))
  const names = new Set(
    [...accepted.values()].map(({ name }) => name.split(/\s+/).at(-1)?.toLowerCase() ?? ''),
  )
  const last = lines.findLastIndex((_, at) => accepted.has(at))
  const turns: { label: LabelCandidate; parts: Range[] }[] = []
  let open = false
  let gap = 0
  for (const [at, line] of lines.entries()) {
    const label = accepted.get(at)
    const words = trimmedRange(text, { start: label?.range.end ?? line.start, end: line.end })
    if (label) {
      turns.push({ label, parts: words.start < words.end ? [words] : [] })
      open = true
      gap = 0
      continue
    }
    const turn = turns.at(-1)
    if (!open || !turn) continue
    const onlyLabel = turn.parts.length === 0
    const mayGoOn =
      onlyLabel ||
      (accepted.size > 1 && gap < MAX_GAP && (at < last || (accepted.size >= MIN_TRANSCRIPT && gap < 1)))
    if (!isProper(at) || !mayGoOn || (!onlyLabel && isReporting(at, names))) open = false
    else if (!/^[([][^()[\]]*[)\]][.!]?$/.test(text.slice(line.start, line.end).trim())) {
      turn.parts.push(words)
      gap++
    }
  }
  return turns.filter(({ parts }) => parts.length > 0)
}

interface TurnContext {
  readonly isProper: (line: number) => boolean
  /** Whether the text names a person so, elsewhere than in a label. */
  readonly isPerson: (name: string) => boolean
  /** Whether the reporter speaks in a paragraph, of whoever has one of these surnames or in a tag of a quotation. */
  readonly isReporting: (line: number, names: ReadonlySet<string>) => boolean
}

/** Tells whether a text has the last word of a label in lower case: `OIL: …` is a topic and nobody. */
function lazyWords(text: string): (name: string) => boolean {
  let words: ReadonlySet<string> | undefined
  return name => {
    words ??= new Set(text.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu))
    return words.has(name.split(/\s+/).at(-1)?.toLowerCase() ?? '')
  }
}

/** Paragraphs without a label that a turn goes on over, and turns from which on the last one does so as well. */
const MAX_GAP = 8
const MIN_TRANSCRIPT = 3

/** The labels, by line: those that are certain, or that others in the text bear out. */
function acceptedLabels(
  found: readonly (LabelCandidate | undefined)[],
  isProper: (line: number) => boolean,
  isPerson: (name: string) => boolean,
  isWord: (name: string) => boolean,
): Map<number, LabelCandidate> {
  const all = found.flatMap((label, at) => (label?.opensSpeech ? [{ label, at }] : []))
  const counts = new Map<string, number>()
  for (const { label } of all) counts.set(keyOf(label), (counts.get(keyOf(label)) ?? 0) + 1)
  const isRepeated = (label: LabelCandidate) => (counts.get(keyOf(label)) ?? 0) > 1
  const conversation = all.filter(
    ({ label }) => label.isCertain || isUpperCase(label.name) || isRepeated(label),
  )
  const known = new Map<string, boolean>()
  const isKnown = (label: LabelCandidate) => {
    const before = known.get(label.name) ?? isPerson(label.name)
    known.set(label.name, before)
    return before
  }
  const isAccepted = (label: LabelCandidate): boolean => {
    const { kind, name, form, isCertain } = label
    if (kind !== 'name')
      return conversation.length > 1 || (isCertain && form === 'colon' && name.length > 1 && kind !== 'role')
    if (isPlaceName(name)) return false
    if (form === 'dash') return isRepeated(label) && conversation.length > 2 && (isCertain || isKnown(label))
    if (form === 'bracket') return isCertain || isRepeated(label) || isKnown(label)
    if (isCertain || isKnown(label)) return true
    if (isWord(name)) return false
    return isUpperCase(name) ? conversation.length > 1 : isRepeated(label) && conversation.length > 2
  }
  const accepted = all.filter(({ label }) => isAccepted(label))
  // The only label of a text, at its top, is in its headline: `Moe: no pier this year`.
  const isHeadline = accepted.length === 1 && accepted[0]?.at === found.findIndex((_, at) => isProper(at))
  return new Map(isHeadline ? [] : accepted.map(({ label, at }) => [at, label] as const))
}

function keyOf({ name, form, kind }: LabelCandidate): string {
  return `${form} ${kind === 'questioner' || kind === 'answerer' ? '' : name.toLowerCase()}`
}

function isUpperCase(name: string): boolean {
  return name.length > 1 && name === name.toUpperCase()
}

/** A range without the white space at its ends. */
export function trimmedRange(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text.charAt(from))) from++
  while (to > from && /\s/.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}
