import type { CrossReference } from '../../brief/index.js'
import { escapeHtml, type Place, type Report } from '../../diagnostics/index.js'
import type { Locale } from '../locale/locale.js'
import type { CrossReferences } from './cross-references.js'

/** Prints a cross-reference, which gets its words when it is known what is printed. */
export function printCrossReference({ target, isNumberOnly }: CrossReference): string {
  return `<ref to="${escapeHtml(target)}"${isNumberOnly ? ' form="number"' : ''}></ref>`
}

interface ReferenceContext {
  readonly crossReferences: CrossReferences
  readonly locale: Locale
  readonly report: Report
}

/** The words of a cross-reference where no link can be. */
export function crossReferenceText(
  { target, isNumberOnly }: CrossReference,
  beginsSentence: boolean,
  place: Place,
  { crossReferences, locale, report }: ReferenceContext,
): string {
  const words = crossReferences.wordsFor(target, isNumberOnly ? 'number' : 'words', beginsSentence, {
    locale,
    column: undefined,
  })
  if (words && words.leadsTo === undefined) crossReferences.reportMissing(target, place, report)
  return words?.text ?? ''
}

/** Several references as a list, with commas and the language's “and”. */
export function joinReferences(
  references: readonly CrossReference[],
  locale: Locale,
  print: (reference: CrossReference, isFirst: boolean) => string,
): string {
  const last = locale.label('and') ?? ', '
  return references
    .map((reference, index) => {
      const separator = index === 0 ? '' : index === references.length - 1 ? last : ', '
      return `${separator}${print(reference, index === 0)}`
    })
    .join('')
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
