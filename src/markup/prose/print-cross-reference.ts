import type { CrossReference, TargetKind } from '../../brief/index.js'
import { escapeHtml, type Place, type Report } from '../../diagnostics/index.js'
import type { Locale } from '../locale/locale.js'
import type { CrossReferences, ReferenceForm } from './cross-references.js'

/** Prints a cross-reference, which gets its words when it is known what is printed. */
export function printCrossReference({ target }: CrossReference, form: ReferenceForm): string {
  return `<ref to="${escapeHtml(target)}"${form === 'words' ? '' : ` form="${form}"`}></ref>`
}

interface ReferenceContext {
  readonly crossReferences: CrossReferences
  readonly locale: Locale
  readonly report: Report
}

/** The words of a cross-reference where no link can be. */
export function crossReferenceText(
  { target }: CrossReference,
  form: ReferenceForm,
  beginsSentence: boolean,
  place: Place,
  { crossReferences, locale, report }: ReferenceContext,
): string {
  const words = crossReferences.wordsFor(target, form, beginsSentence, { locale, column: undefined })
  if (words && words.leadsTo === undefined) crossReferences.reportMissing(target, place, report)
  return words?.text ?? ''
}

/**
 * Several references as a list, with commas and the language's “and”; those of one kind that follow one another name it once, as
 * in “Tables 1 and 2 and Figure 3”.
 */
export function joinReferences(
  references: readonly CrossReference[],
  { locale, crossReferences }: { readonly locale: Locale; readonly crossReferences: CrossReferences },
  print: (reference: CrossReference, form: ReferenceForm, isFirst: boolean) => string,
): string {
  const last = locale.label('and') ?? ', '
  const join = (parts: readonly string[]) =>
    parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}${last}${parts.at(-1)}`
  const series = seriesOf(references, crossReferences).map((members, index) =>
    join(
      members.map((reference, at) => {
        const inSeries = at === 0 ? 'plural' : 'number'
        const alone = reference.isNumberOnly ? 'number' : 'words'
        return print(reference, members.length > 1 ? inSeries : alone, index === 0 && at === 0)
      }),
    ),
  )
  return join(series)
}

/** References that are printed and of one kind, with no words of their own, together; each other by itself. */
function seriesOf(
  references: readonly CrossReference[],
  crossReferences: CrossReferences,
): CrossReference[][] {
  const series: CrossReference[][] = []
  if (references.length === 1) return [[...references]]
  let open: TargetKind | undefined
  for (const reference of references) {
    const { target, isNumberOnly, prefix, suffix } = reference
    const isPlain = !isNumberOnly && suffix === undefined
    const kind = isPlain ? crossReferences.kindPrinted(target) : undefined
    if (kind !== undefined && kind === open && prefix === undefined) series.at(-1)?.push(reference)
    else series.push([reference])
    open = kind
  }
  return series
}

export const prefixText = ({ prefix }: CrossReference): string => (prefix === undefined ? '' : `${prefix} `)
export const suffixText = ({ suffix }: CrossReference): string => (suffix === undefined ? '' : `, ${suffix}`)

/**
 * Whether what follows a text begins a sentence: at the beginning of a line, and after a stop that ends no abbreviation, with
 * marks that open or close between.
 */
export function endsSentence(before: string): boolean {
  const words = before.replace(/[\s"'“‘«„‹(¿¡[]+$/u, '')
  if (words === '') return true
  if (words === before) return false
  return /[.!?…][)\]"'”’»›]*$/u.test(words) && !ABBREVIATED.test(words)
}

const ABBREVIATED = /(?:(?<![\p{L}\p{N}])(?:\p{L}|cf|vgl|ej|bzw|resp|etc|vid|comp)|\p{L}\.\p{L})\.$/u
