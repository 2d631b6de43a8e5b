import { present } from '../../diagnostics/index.js'
import { lookupKey, type Token } from '../../speech/index.js'
import { type SenseWords, senseWordsOf } from '../sense/sense-words.js'
import { findTriggers } from '../sense/triggers.js'
import { formAt, keyAt, type SourceText } from '../text/source-text.js'
import { judgeBeginning, judgeEnd, type SenseDoubt } from './cut-sense.js'
import type { QuotationPlacement } from './locate.js'
import { isSenseChecked, judgeOmission, type Omission, type OmissionContext } from './omission.js'
import { judgeQuestion } from './questions.js'
import { type Quotation, type QuotationGap, type QuotedWord, withoutEndPunctuation } from './quotation.js'
import { wordsAfter, wordsBefore } from './sentence-context.js'

/**
 * What turns the sense of a quotation, or may: words that are `inserted`, `omitted` or `cut` off at an end; a `question` that is
 * printed as a statement; an omission that is `unchecked`, since the language has no lists.
 */
export interface SenseFinding {
  readonly kind: 'inserted' | 'omitted' | 'cut' | 'question' | 'unchecked'
  readonly severity: 'error' | 'warning'
  /** The words in question, as the source has them or, if inserted, the quotation. */
  readonly words: string
}

/** What a quotation at a place of a source leaves out, and what that does to its sense. */
export interface QuotationSense {
  readonly omission: Omission
  readonly findings: readonly SenseFinding[]
}

/** Judges the sense of a quotation at a place of a source. */
export function judgeSense(
  quotation: Quotation,
  placement: QuotationPlacement,
  source: SourceText,
  about: OmissionContext,
): QuotationSense {
  const lists = senseWordsOf(about.lang)
  const omissions: Omission[] = ['nothing']
  const findings: SenseFinding[] = []
  const add = (kind: SenseFinding['kind'], found: SenseDoubt | undefined) => {
    if (found) findings.push({ kind, severity: found.severity, words: wordsOf(found, source) })
  }
  quotation.gaps.forEach((gap, index) => {
    const [before, after] = [placement[index], placement[index + 1]]
    if (!before || !after) return
    const { omission, doubt } = judgeOmission(before, after, gap, source, about)
    omissions.push(omission === 'negation' ? 'speech' : omission)
    add('omitted', doubt && denies(gap, lists) ? { ...doubt, severity: 'warning' } : doubt)
    const replaced = Array.from({ length: after.first - before.last - 1 }, (_, at) =>
      keyAt(source, before.last + 1 + at),
    )
    if (omission !== 'nothing' || replaced.length === 0)
      findings.push(...judgeInserted(gap, replaced, keyAt(source, after.first), lists))
  })
  for (const [word, token] of matchedWords(quotation, placement, source)) {
    const [omission, found] = judgeLettersInBrackets(word, token, lists)
    omissions.push(omission)
    findings.push(...found)
  }
  for (const end of [
    judgeStart(quotation, placement, source, about, lists),
    judgeStop(quotation, placement, source, about, lists),
  ])
    if (end && about.deniedByAuthor?.() !== true) add('cut', end)
  const first = placement[0].first
  const lead = wordsBefore(source, first, about.ownWords).map(({ key }) => key)
  if (quotation.leadingInsertion)
    findings.push(...judgeInserted(quotation.leadingInsertion, lead, keyAt(source, first), lists))
  if (quotation.trailingInsertion) findings.push(...judgeInserted(quotation.trailingInsertion, [], '', lists))
  quotation.parts.forEach((part, index) => {
    const span = present(placement[index], 'place of the part')
    const next = placement[index + 1]?.first
    add('question', judgeQuestion(part, span, next, source, about.ownWords, lists.contrasts))
  })
  if (omissions.includes('speech') && !isSenseChecked(about))
    findings.push({ kind: 'unchecked', severity: 'warning', words: '' })
  const turned = findings.some(({ severity }) => severity === 'error')
  return { omission: turned ? 'negation' : worstOmission(omissions), findings: inWeight(findings) }
}

/** The weight of what is left out, by which one place of a quotation is preferred to another: 0 leaves all as it was. */
export function weightOfSense({ omission }: QuotationSense): number {
  return OMISSIONS_BY_WEIGHT.indexOf(omission)
}

const OMISSIONS_BY_WEIGHT: readonly Omission[] = ['nothing', 'reporter', 'speech', 'negation']

function worstOmission(omissions: readonly Omission[]): Omission {
  const weight = Math.max(...omissions.map(one => OMISSIONS_BY_WEIGHT.indexOf(one)))
  return present(OMISSIONS_BY_WEIGHT[weight], 'omission')
}

/** The first error; without one, the first warning of each kind. */
function inWeight(findings: readonly SenseFinding[]): SenseFinding[] {
  const error = findings.find(({ severity }) => severity === 'error')
  if (error) return [error]
  return findings.filter(({ kind }, at) => findings.findIndex(other => other.kind === kind) === at)
}

function judgeStart(
  quotation: Quotation,
  [{ first }]: QuotationPlacement,
  source: SourceText,
  { ownWords }: OmissionContext,
  lists: SenseWords,
): SenseDoubt | undefined {
  const declared =
    quotation.cutsBeginning === true ||
    quotation.leadingInsertion !== undefined ||
    (quotation.parts[0]?.[0].forms.length ?? 0) > 2
  const doubt = judgeBeginning(wordsBefore(source, first, ownWords), keyAt(source, first), declared, lists)
  const lead = quotation.leadingInsertion
  return doubt && lead && denies(lead, lists) ? { ...doubt, severity: 'warning' } : doubt
}

function judgeStop(
  quotation: Quotation,
  placement: QuotationPlacement,
  source: SourceText,
  { ownWords }: OmissionContext,
  lists: SenseWords,
): SenseDoubt | undefined {
  const { last } = present(placement.at(-1), 'last place')
  return judgeEnd(wordsAfter(source, last, ownWords), keyAt(source, last), quotation.cutsEnd === true, lists)
}

/** Whether words in brackets deny, and so may say what those that they replace say. */
function denies({ inserted }: QuotationGap, lists: SenseWords): boolean {
  return findTriggers(inserted, lists).some(({ effect }) => effect === 'negation' || effect === 'denial')
}

/** Judges words in brackets; `replaced` are the source's, which may deny as they do. */
function judgeInserted(
  { inserted }: QuotationGap,
  replaced: readonly string[],
  next: string,
  lists: SenseWords,
): SenseFinding[] {
  const kept = new Set(findTriggers(replaced, lists).map(({ effect }) => effect))
  const keys = inserted.filter(key => key !== '')
  return findTriggers(next === '' ? keys : [...keys, next], lists)
    .filter(({ start, effect }) => start < keys.length && !kept.has(effect))
    .map(({ effect, start, end }): SenseFinding => {
      const glossed =
        (lists.subjects.has(keys[0] ?? '') && effect !== 'negation') ||
        keys.slice(0, start).some(key => lists.subordinators.has(key) && !lists.subjects.has(key))
      const alters = effect === 'negation' || (start === 0 && effect !== 'frame' && effect !== 'double')
      const severity = alters && !glossed ? 'error' : 'warning'
      return { kind: 'inserted', severity, words: keys.slice(start, end).join(' ') }
    })
}

/** Letters in brackets leave nothing out where the source's word has the same letters, or is complete without them. */
function judgeLettersInBrackets(
  { affixes, forms }: QuotedWord,
  token: Token,
  lists: SenseWords,
): readonly [Omission, readonly SenseFinding[]] {
  const form = withoutEndPunctuation(token.form)
  const written = withoutEndPunctuation(forms[0].replace(/[[\]]/g, ''))
  if (!affixes || form === withoutEndPunctuation(forms[0])) return ['nothing', []]
  const effectsOf = (word: string) => findTriggers([lookupKey(word)], lists).map(({ effect }) => effect)
  const [had, has] = [effectsOf(form), effectsOf(written)]
  const gained = has.some(effect => !had.includes(effect)) || gainsPrefix(forms[0], form, lists)
  if (gained) return ['nothing', [{ kind: 'inserted', severity: 'error', words: written }]]
  if (had.some(effect => !has.includes(effect)))
    return ['speech', [{ kind: 'omitted', severity: 'error', words: form }]]
  return [
    form === withoutEndPunctuation(affixes.before + affixes.after) || form === written ? 'nothing' : 'speech',
    [],
  ]
}

/** `[un]able` where the source has `able`. */
function gainsPrefix(quoted: string, form: string, { prefixes }: SenseWords): boolean {
  const [, prefix] = /^\[(\p{L}+)-?\]/u.exec(quoted) ?? []
  return (
    prefix !== undefined &&
    prefixes.has(prefix.toLowerCase()) &&
    !form.toLowerCase().startsWith(prefix.toLowerCase())
  )
}

function wordsOf({ first, last }: SenseDoubt, source: SourceText): string {
  const words = Array.from({ length: last - first + 1 }, (_, at) => formAt(source, first + at))
  return words.length > MOST_SHOWN ? `… ${words.slice(-MOST_SHOWN).join(' ')}` : words.join(' ')
}

/** The most words of a source that a finding names. */
const MOST_SHOWN = 12

function* matchedWords(
  quotation: Quotation,
  placement: QuotationPlacement,
  source: SourceText,
): Iterable<[QuotedWord, Token]> {
  for (const [index, part] of quotation.parts.entries())
    for (const [at, word] of part.entries()) {
      const { first } = present(placement[index], 'place of the part')
      yield [word, present(source.tokens[first + at], 'token of the word')]
    }
}
