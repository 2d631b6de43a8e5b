import type { SourceText } from '../text/source-text.js'
import type { AlignmentStep } from './align.js'
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
  const differing = runs.filter(run => !run.fits)
  const texts = ({ steps }: StepRun) => {
    const had = steps.flatMap(step => ('source' in step ? (source.tokens[step.source] ?? []) : []))
    const has = steps.flatMap(step => ('quoted' in step ? (part[step.quoted] ?? []) : []))
    return { had: coveredText(source.file.text, had), has: coveredText(quote, has) }
  }
  const shown = runs.map((run, index) => {
    const { had, has } = texts(run)
    if (run.fits) return shortenContext(had, index > 0, index < runs.length - 1)
    return (had ? `[-${had}-]` : '') + (has ? `{+${has}+}` : '')
  })
  return {
    summary: differing[0] ? summarise(texts(differing[0])) : 'other words',
    marked: oneLine(shown.join(' ')),
    lacksOnly: onlyLacksWords(differing.flatMap(run => run.steps)),
    first: Math.min(...sources),
    last: Math.max(...sources),
  }
}

/** The text from the first to the last of some words that follow one another. */
function coveredText(text: string, words: readonly { start: number; end: number }[]): string {
  const [first, last] = [words[0], words.at(-1)]
  return first && last ? text.slice(first.start, last.end) : ''
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

function summarise({ had, has }: { had: string; has: string }): string {
  if (had === '') return `adds \`${oneLine(has)}\``
  if (has === '') return `leaves out \`${oneLine(had)}\``
  return `has \`${oneLine(has)}\` in place of \`${oneLine(had)}\``
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
