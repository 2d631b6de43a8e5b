import type { Step } from './align.js'
import { isFitting } from './nearest.js'
import type { Part } from './quotation.js'
import type { SourceText } from './source-text.js'

/** A difference between a quotation and the nearest passage, for a reader. */
export interface Difference {
  /** What became of the first words that differ: "`can` in place of `cannot`". */
  readonly summary: string
  /** The passage with its words that the quotation lacks as `[-word-]`, and those that it adds as `{+word+}`. */
  readonly marked: string
  /** The quotation lacks words, and changes none: an ellipsis would declare it. */
  readonly lacksOnly: boolean
  /** Token numbers in the source, both inclusive. */
  readonly first: number
  readonly last: number
}

/** Says in words, and shows in the passage, where a quotation differs from its source. */
export function describe(quote: string, part: Part, steps: readonly Step[], source: SourceText): Difference {
  const runs = runsOf(trimmed(steps), part, source)
  const sources = steps.flatMap(step => ('source' in step ? [step.source] : []))
  const differing = runs.filter(run => !run.fits)
  const texts = ({ steps }: Run) => {
    const had = steps.flatMap(step => ('source' in step ? (source.tokens[step.source] ?? []) : []))
    const has = steps.flatMap(step => ('quoted' in step ? (part[step.quoted] ?? []) : []))
    return { had: covered(source.file.text, had), has: covered(quote, has) }
  }
  const shown = runs.map((run, index) => {
    const { had, has } = texts(run)
    if (run.fits) return shorten(had, index > 0, index < runs.length - 1)
    return (had ? `[-${had}-]` : '') + (has ? `{+${has}+}` : '')
  })
  return {
    summary: differing[0] ? summary(texts(differing[0])) : 'other words',
    marked: oneLine(shown.join(' ')),
    lacksOnly: lacksOnly(differing.flatMap(run => run.steps)),
    first: Math.min(...sources),
    last: Math.max(...sources),
  }
}

/** The text from the first to the last of some words that follow one another. */
function covered(text: string, words: readonly { start: number; end: number }[]): string {
  const [first, last] = [words[0], words.at(-1)]
  return first && last ? text.slice(first.start, last.end) : ''
}

function lacksOnly(steps: readonly Step[]): boolean {
  return (
    steps.some(({ kind }) => kind === 'dropped') &&
    steps.every(({ kind }) => kind !== 'changed' && kind !== 'added')
  )
}

interface Run {
  readonly fits: boolean
  readonly steps: Step[]
}

/** Leaves out source words before the first and after the last word of the quotation. */
function trimmed(steps: readonly Step[]): readonly Step[] {
  const first = steps.findIndex(step => step.kind !== 'dropped')
  const last = steps.findLastIndex(step => step.kind !== 'dropped')
  return steps.slice(first, last + 1)
}

function runsOf(steps: readonly Step[], part: Part, source: SourceText): Run[] {
  const runs: Run[] = []
  for (const step of steps) {
    const fits = isFitting(step, part, source)
    const last = runs.at(-1)
    if (last?.fits === fits) last.steps.push(step)
    else runs.push({ fits, steps: [step] })
  }
  return runs
}

function summary({ had, has }: { had: string; has: string }): string {
  if (had === '') return `adds \`${oneLine(has)}\``
  if (has === '') return `leaves out \`${oneLine(had)}\``
  return `has \`${oneLine(has)}\` in place of \`${oneLine(had)}\``
}

/** Keeps the words beside a difference; `…` stands for the others. */
function shorten(words: string, after: boolean, before: boolean): string {
  const list = words.split(/\s+/)
  const kept = (after ? BESIDE : 0) + (before ? BESIDE : 0)
  if (list.length <= kept + 1) return words
  const head = after ? list.slice(0, BESIDE) : []
  const tail = before ? list.slice(-BESIDE) : []
  return [...head, '…', ...tail].join(' ')
}

const BESIDE = 7

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
