import { present, sha256 } from '../../diagnostics/index.js'
import { lookupKey, STOPS, type Token, tokenise, tokeniseAsInOldLocks } from '../../speech/index.js'

/** A word of a quotation and the forms that it may have in the source. */
export interface QuotedWord {
  /** The forms that it may have in the source: `[W]e` may be `We`, `we` or, where the source itself has brackets, `[W]e`. */
  readonly forms: readonly [string, ...string[]]
  /** Its lookup key; none for a word with letters in brackets. */
  readonly key?: string
  /** `want[s]`: what the source's word begins and ends with. */
  readonly affixes?: { readonly before: string; readonly after: string }
  /** Offsets in the quotation (UTF-16). */
  readonly start: number
  readonly end: number
}

/** A declared alteration: an ellipsis, or words in brackets. */
export interface QuotationGap {
  readonly kind: 'omission' | 'insertion'
  /** The inserted words by their keys. */
  readonly inserted: readonly string[]
}

/** Words that follow one another in the source. */
export type QuotationPart = readonly [QuotedWord, ...QuotedWord[]]

/** The last word of a part. */
export function lastOf(part: QuotationPart): QuotedWord {
  return present(part.at(-1), 'last word of the part')
}

/** A quotation split at its declared alterations. */
export interface Quotation {
  readonly parts: readonly QuotationPart[]
  /** The alterations between the parts: one fewer than the parts. */
  readonly gaps: readonly QuotationGap[]
  /** An insertion before the first part. */
  readonly leadingInsertion?: QuotationGap
  /** Its hashes in locks that were written before a declared alteration was known, where they are others. */
  readonly oldHashes?: readonly string[]
  /** An insertion after the last part. */
  readonly trailingInsertion?: QuotationGap
  /** An ellipsis before the first part. */
  readonly cutsBeginning?: boolean
  /** An ellipsis after the last part. */
  readonly cutsEnd?: boolean
}

/** Splits a quotation at its declared alterations; quotation marks around the whole are not part of it. */
export function parseQuotation(text: string): Quotation {
  const quotation = divideQuotation(text, tokenise)
  if (!OTHERWISE_IN_OLD_LOCKS.test(text)) return quotation
  return { ...quotation, oldHashes: [...possibleHashes(divideQuotation(text, tokeniseAsInOldLocks))] }
}

/** What may be divided into other words than in the first locks: single marks, `5 %`, `No.5`, and scripts beside the Latin one. */
const OTHERWISE_IN_OLD_LOCKS = /[‘’‚‛‹›ʼ'%‰٪。，、；：．؛،۔।\u0640\u064b-\u0652\u0670]|\p{L}\.\p{Nd}/u

function divideQuotation(text: string, divide: (text: string) => Token[]): Quotation {
  const { plain, insertions } = extractInsertions(text)
  const parts: QuotationPart[] = []
  const gaps: QuotationGap[] = []
  let part: QuotedWord[] = []
  let gap: MergedGap | undefined
  let lead: QuotationGap | undefined
  const close = () => {
    while (/^[,.;:]+$/.test(part.at(-1)?.forms[0] ?? '')) part.pop()
    const [first, ...rest] = part
    if (first) {
      if (parts.length > 0) gaps.push(gap ?? OMISSION)
      else if (gap) lead = gap
      parts.push([first, ...rest])
      gap = undefined
    }
    part = []
  }
  for (const entry of inTextOrder(withoutOuterMarks(plain, divide(plain)), insertions)) {
    if ('kind' in entry || entry.form === '…') {
      close()
      gap = mergeGaps(gap, 'kind' in entry ? entry : OMISSION)
    } else if (part.length > 0 || !/^[,.;:]+$/.test(entry.form)) part.push(quotedWord(entry))
  }
  close()
  return {
    parts,
    gaps,
    ...(lead?.kind === 'insertion' && { leadingInsertion: lead }),
    ...(lead?.kind === 'omission' && { cutsBeginning: true }),
    ...(gap?.kind === 'omission' && { cutsEnd: true }),
    ...(gap && gap.inserted.length > 0 && { trailingInsertion: gap }),
  }
}

/** The hash of the words in their normalised form; `forms` gives the form of each word that may have more than one. */
export function quotationHash(quotation: Quotation, forms?: readonly (readonly string[])[]): string {
  const pieces: string[] = quotation.leadingInsertion ? [gapText(quotation.leadingInsertion)] : []
  quotation.parts.forEach((part, index) => {
    const gap = quotation.gaps[index - 1]
    if (gap) pieces.push(gapText(gap))
    const words = part.map((word, at) => forms?.[index]?.[at] ?? word.forms[0])
    words.push(withoutEndPunctuation(present(words.pop(), 'last word of the part')))
    pieces.push(words.join(' '))
  })
  if (quotation.trailingInsertion) pieces.push(gapText(quotation.trailingInsertion))
  return sha256(`${NORMALISATION}\n${pieces.join('\n')}`)
}

/** All hashes by which a quotation may have been proved, one for each combination of the forms of its words. */
export function* possibleHashes(quotation: Quotation): Iterable<string> {
  yield* quotation.oldHashes ?? []
  const open = quotation.parts.flatMap((part, index) =>
    part.flatMap((word, at) => (word.forms.length > 1 ? [{ index, at, forms: word.forms }] : [])),
  )
  for (let choice = 0; choice < MOST_COMBINATIONS; choice++) {
    const forms = quotation.parts.map(part => part.map(word => word.forms[0]))
    let rest = choice
    for (const { index, at, forms: possible } of open) {
      present(forms[index], 'part')[at] = present(possible[rest % possible.length], 'form')
      rest = Math.floor(rest / possible.length)
    }
    if (rest > 0) return
    yield quotationHash(quotation, forms)
  }
}

/** The combinations of forms that are tried: enough for five words with a letter in brackets. */
const MOST_COMBINATIONS = 3 ** 5

/** A form without the sentence punctuation that may be added or dropped before a closing quotation mark. */
export function withoutEndPunctuation(form: string): string {
  return form.replace(END_STOPS, '')
}

const END_STOPS = new RegExp(`(?<=.)[${STOPS}]+$`)

/** The version of the normalisation: part of every hash, and stated in the lock file. */
export const NORMALISATION = 'briefwright-words-1'

const OMISSION: QuotationGap = { kind: 'omission', inserted: [] }
interface PositionedInsertion extends QuotationGap {
  readonly start: number
}

/**
 * Replaces words in brackets by spaces and returns them. These stay: `[…]`, as an ellipsis; a letter in brackets at the
 * beginning of a word; letters in brackets within a word.
 */
function extractInsertions(text: string): { plain: string; insertions: PositionedInsertion[] } {
  const insertions: PositionedInsertion[] = []
  const plain = text.replace(BRACKETS, (all: string, inner: string | undefined, start: number) => {
    if (inner === undefined || ELLIPSIS.test(inner)) return all.replace(/[[\]()]/g, ' ')
    const touches =
      LETTER_BEFORE.test(text.slice(Math.max(0, start - 2), start)) ||
      LETTER_AFTER.test(text.slice(start + all.length))
    if (touches && !/\s/.test(inner)) return all
    insertions.push({
      kind: 'insertion',
      inserted: tokenise(inner).map(token => lookupKey(token.form)),
      start,
    })
    return ' '.repeat(all.length)
  })
  return { plain, insertions }
}

const BRACKETS = /\[([^[\]]*)\]|\(\s*(?:…|\.\s?\.\s?\.)\s*\)/g
const ELLIPSIS = /^\s*(?:…|\.\s?\.\s?\.)\s*$/
const LETTER_BEFORE = /[\p{L}\p{M}\p{N}]$/u
const LETTER_AFTER = /^(?:['’-]?[\p{L}\p{N}])/u

/** Drops quotation marks around the whole text: the first mark is paired with the last. */
function withoutOuterMarks(text: string, tokens: readonly Token[]): readonly Token[] {
  if (tokens.length < 3 || tokens[0]?.form !== '"' || tokens.at(-1)?.form !== '"') return tokens
  let depth = 1
  for (const token of tokens.slice(1, -1)) {
    if (token.form !== '"') continue
    if (token.single) depth += token.single === 'opening' ? 1 : -1
    else depth += /[“„«]/.test(text.charAt(token.start)) || /\s/.test(text.charAt(token.start - 1)) ? 1 : -1
    if (depth === 0) return tokens
  }
  return tokens.slice(1, -1)
}

function inTextOrder(
  tokens: readonly Token[],
  insertions: readonly PositionedInsertion[],
): (Token | PositionedInsertion)[] {
  return insertions.length === 0 ? [...tokens] : [...tokens, ...insertions].sort((a, b) => a.start - b.start)
}

/** A gap that grows as long as alterations follow one another. */
interface MergedGap extends QuotationGap {
  readonly inserted: string[]
}

function mergeGaps(before: MergedGap | undefined, gap: QuotationGap): MergedGap {
  if (!before) return { kind: gap.kind, inserted: [...gap.inserted] }
  const kind = before.kind === 'omission' ? 'omission' : gap.kind
  for (const word of gap.inserted) before.inserted.push(word)
  return { kind, inserted: before.inserted }
}

function quotedWord({ form, variant, start, end }: Token): QuotedWord {
  const capital = /^([^\p{L}\p{N}[\]]*)\[(\p{L})\](?=\p{L})([^[\]]*)$/u.exec(form)
  if (capital) {
    const [, before = '', letter = '', rest = ''] = capital
    const upper = before + letter.toUpperCase() + rest
    return { forms: [upper, before + letter.toLowerCase() + rest, form], key: lookupKey(upper), start, end }
  }
  const framed = /^([^[\]]*)\[[^[\]]*\]([^[\]]*)$/.exec(form)
  if (framed)
    return { forms: [form], affixes: { before: framed[1] ?? '', after: framed[2] ?? '' }, start, end }
  return { forms: variant === undefined ? [form] : [form, variant], key: lookupKey(form), start, end }
}

function gapText(gap: QuotationGap): string {
  return gap.kind === 'omission' && gap.inserted.length === 0 ? '…' : `[${gap.inserted.join(' ')}]`
}
