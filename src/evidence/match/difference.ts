import type { SourceText } from '../text/source-text.js'
import type { AlignmentStep } from './align.js'
import { markChange, type NarrowChange, narrowChange } from './narrow-change.js'
import { isMatchingStep } from './nearest-passage.js'
import type { QuotationPart } from './quotation.js'

/** A difference between a quotation and the nearest passage, for a reader. */
export interface QuotationDifference {
  /** The first difference: "`can` in place of `cannot`". */
  readonly summary: string
  /** The passage with its words that the quotation lacks as `[-word-]`, and those that it adds as `{+word+}`. */
  readonly marked: string
  /** The quotation lacks words but changes none, so an ellipsis would declare the difference. */
  readonly lacksOnly: boolean
  /** Token numbers in the source, both inclusive. */
  readonly first: number
  readonly last: number
}

/** Describes where a quotation differs from its source, in words and marked in the passage. */
export function describeDifference(
  quote: string,
  part: QuotationPart,
  steps: readonly AlignmentStep[],
  source: SourceText,
): QuotationDifference {
  const runs = groupIntoRuns(withoutOuterDrops(steps), part, source)
  const sources = steps.flatMap(step => ('source' in step ? [step.source] : []))
  const shown: string[] = []
  let summary: string | undefined
  let before = ''
  for (const [index, run] of runs.entries()) {
    const had = coveredText(source.file.text, sourceTokensOf(run, source))
    const has = coveredText(quote, quotedWordsOf(run, part))
    if (run.fits) shown.push(had.space + shortenContext(had.text, index > 0, index < runs.length - 1))
    else {
      const change = narrowChange(had.text, has.text, index === runs.length - 1)
      summary ??= summarise(change, `${before} ${change.head}`)
      shown.push(markChange(change, sourceTokensOf(run, source).length > 0 ? had.space : has.space))
    }
    before = had.text || before
  }
  return {
    summary: summary ?? 'other words',
    marked: oneLine(shown.join('')).trim(),
    lacksOnly: onlyLacksWords(runs.filter(run => !run.fits).flatMap(run => run.steps)),
    first: Math.min(...sources),
    last: Math.max(...sources),
  }
}

interface Extent {
  readonly start: number
  readonly end: number
}

function sourceTokensOf({ steps }: StepRun, source: SourceText): Extent[] {
  return steps.flatMap(step => ('source' in step ? (source.tokens[step.source] ?? []) : []))
}

function quotedWordsOf({ steps }: StepRun, part: QuotationPart): Extent[] {
  return steps.flatMap(step => ('quoted' in step ? (part[step.quoted] ?? []) : []))
}

/** The text from the first to the last of some words that follow one another, and the space before it. */
function coveredText(text: string, words: readonly Extent[]): { text: string; space: string } {
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last) return { text: '', space: '' }
  return {
    text: text.slice(first.start, last.end),
    space: /[\s\u2060]/.test(text.charAt(first.start - 1)) ? ' ' : '',
  }
}

function onlyLacksWords(steps: readonly AlignmentStep[]): boolean {
  return (
    steps.some(({ kind }) => kind === 'dropped') &&
    steps.every(({ kind }) => kind !== 'changed' && kind !== 'added')
  )
}

interface StepRun {
  readonly fits: boolean
  readonly steps: AlignmentStep[]
}

/** Leaves out source words before the first and after the last word of the quotation. */
function withoutOuterDrops(steps: readonly AlignmentStep[]): readonly AlignmentStep[] {
  const first = steps.findIndex(step => step.kind !== 'dropped')
  const last = steps.findLastIndex(step => step.kind !== 'dropped')
  return steps.slice(first, last + 1)
}

function groupIntoRuns(steps: readonly AlignmentStep[], part: QuotationPart, source: SourceText): StepRun[] {
  const runs: StepRun[] = []
  for (const step of steps) {
    const fits = isMatchingStep(step, part, source)
    const last = runs.at(-1)
    if (last?.fits === fits) last.steps.push(step)
    else runs.push({ fits, steps: [step] })
  }
  return runs
}

function summarise({ had, has }: NarrowChange, before: string): string {
  const sign = !/[\p{L}\p{Nd}]/u.test(had + has)
  const word = sign && before.match(/[\p{L}\p{M}\p{N}'’-]+(?=[^\p{L}\p{N}]*$)/u)?.[0]
  const where = word ? ` after \`${word}\`` : ''
  const [lacking, adding] = [oneLine(had).trim(), oneLine(has).trim()]
  if (lacking === '') return `adds \`${adding}\`${where}`
  if (adding === '') return `leaves out \`${lacking}\`${where}`
  return `has \`${adding}\` in place of \`${lacking}\`${where}`
}

/** Keeps the words beside a difference and replaces the others by `…`. */
function shortenContext(words: string, after: boolean, before: boolean): string {
  const list = words.split(/\s+/)
  const kept = (after ? CONTEXT_WORDS : 0) + (before ? CONTEXT_WORDS : 0)
  if (list.length <= kept + 1) return words
  const head = after ? list.slice(0, CONTEXT_WORDS) : []
  const tail = before ? list.slice(-CONTEXT_WORDS) : []
  return [...head, '…', ...tail].join(' ')
}

const CONTEXT_WORDS = 7

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
