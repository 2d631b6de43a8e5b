import type { BriefData } from '../../brief/index.js'
import type { Range } from '../../diagnostics/index.js'
import { FEWEST_QUOTED_WORDS, isReportingVerb, type ProseQuotation } from '../../speech/index.js'
import { actorNames, foldCaseAndAccents } from '../text/actor-names.js'
import type { CandidateSources } from './candidate-sources.js'

/**
 * Chooses the quotations of a text that must be proved: those of four words or more, and shorter ones that have as many
 * together in one sentence with one citation or one speaker. Titles of works and single words in marks are nobody's speech.
 */
export function quotationsToProve(
  quotations: readonly ProseQuotation[],
  masked: string,
  actors: BriefData['actors'],
  sourcesAt: (end: number) => CandidateSources,
): ProseQuotation[] {
  const chosen = quotations.filter(({ isTitle, words }) => !isTitle && words >= FEWEST_QUOTED_WORDS)
  const short = quotations.filter(
    ({ isTitle, words }) => !isTitle && words >= FEWEST_WORDS_OF_PART && words < FEWEST_QUOTED_WORDS,
  )
  if (short.length < 2) return chosen
  const names = new Set((actors ?? []).flatMap(actorNames))
  for (const group of bySentence(short, masked)) {
    for (const parts of bySources(group, sourcesAt)) {
      const words = parts.reduce((sum, part) => sum + part.words, 0)
      if (parts.length < 2 || words < FEWEST_QUOTED_WORDS) continue
      const isCited = parts.every(({ end }) => sourcesAt(end).cited)
      if (isCited || namesSpeaker(masked, parts, names)) chosen.push(...parts)
    }
  }
  return chosen.sort((a, b) => a.start - b.start)
}

/** Words: a single one in marks is a term. */
const FEWEST_WORDS_OF_PART = 2

function bySentence(short: readonly ProseQuotation[], text: string): ProseQuotation[][] {
  const groups: ProseQuotation[][] = []
  let last: ProseQuotation | undefined
  for (const quotation of short) {
    const between = last ? text.slice(Math.max(last.start, last.end - 1), quotation.start) : '. A'
    const group = between.length <= LONGEST_SENTENCE && !endsSentence(between) ? groups.at(-1) : undefined
    if (group) group.push(quotation)
    else groups.push([quotation])
    last = quotation
  }
  return groups
}

/** Characters between two quotations of one sentence. */
const LONGEST_SENTENCE = 600

function endsSentence(between: string): boolean {
  for (const { 1: word = '' } of between.matchAll(SENTENCE_END)) if (!ABBREVIATION.test(word)) return true
  return /\n[ \t]*\n/.test(between)
}

const SENTENCE_END = /(\S{0,12})(?:[.!?…]["'”“’»«›‹)\]\u2060-\u2064]*\s+(?=["'“”„‘«»‹›([]*\p{Lu})|[。！？])/gu
const ABBREVIATION =
  /(?:^|[^\p{L}])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|Col|Capt|Lt|Sgt|St|No|vs|Prof|Hon|Rev|Jr|Sr|Art|art|para|p|pp|cf|ca|al)$/u

/** Quotations that may come from the same sources. */
function bySources(
  group: readonly ProseQuotation[],
  sourcesAt: (end: number) => CandidateSources,
): ProseQuotation[][] {
  const groups = new Map<string, ProseQuotation[]>()
  for (const quotation of group) {
    const { sources, cited } = sourcesAt(quotation.end)
    const key = JSON.stringify([cited, ...(cited ? sources : [])])
    const same = groups.get(key)
    if (same) same.push(quotation)
    else groups.set(key, [quotation])
  }
  return [...groups.values()]
}

/** Whether a sentence names an actor or reports speech, outside the quotations. */
function namesSpeaker(text: string, parts: readonly Range[], names: ReadonlySet<string>): boolean {
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last) return false
  const before = text.slice(Math.max(0, first.start - LONGEST_SENTENCE), first.start)
  const after = text.slice(last.end, last.end + LONGEST_SENTENCE)
  const between = parts.slice(1).map((part, index) => text.slice(parts[index]?.end, part.start))
  const sentence = [lastSentence(before), ...between, firstSentence(after)].join(' ')
  return (sentence.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []).some(
    word => isReportingVerb(word.toLowerCase()) || names.has(foldCaseAndAccents(word.replace(/['’]s?$/, ''))),
  )
}

function lastSentence(text: string): string {
  return text.slice(text.search(/(?:(?!\n[ \t]*\n|[.!?]\s+\p{Lu})[\s\S])*$/u))
}

function firstSentence(text: string): string {
  return text.slice(0, text.search(/[.!?](?:\s|["”’»]|$)|\n[ \t]*\n|$/))
}
