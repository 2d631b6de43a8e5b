import {
  type Brief,
  type Citation,
  type CitationGroup,
  type FieldPath,
  parseCitations,
  proseFields,
} from '../../brief/index.js'
import { readProseText } from '../text/prose-text-parts.js'
import type { Proof } from './evidence.js'

/** A citation of the source that a quotation in prose is proved by. */
export interface QuotationCitation {
  readonly proof: Proof
  readonly citation: Citation
  /** The field in which the citation stands. */
  readonly path: FieldPath
  /** Nothing but punctuation stands between the two, so that it can mean nothing else. */
  readonly adjacent: boolean
  /** The words of the quotation, without markup. */
  readonly words: string
}

/** The citations that belong to quotations in prose: in its sentence after it or introducing it, else in the `cite` of its item. */
export function citationsOfQuotations(brief: Brief, proofs: readonly Proof[]): QuotationCitation[] {
  const byField = new Map<string, Proof[]>()
  for (const proof of proofs) {
    const key = JSON.stringify(proof.path)
    const sharing = byField.get(key)
    if (sharing) sharing.push(proof)
    else byField.set(key, [proof])
  }
  const found: QuotationCitation[] = []
  if (proofs.length === 0) return found
  for (const field of proseFields(brief)) {
    const { path, text } = field
    const quoted = byField.get(JSON.stringify(path))
    if (!quoted) continue
    const { citations: groups, masked } = readProseText(brief, field)
    for (const proof of quoted) {
      const words = masked.slice(proof.range.start, proof.range.end)
      const beside = citationsBeside(proof, text, groups)?.map(cited => ({ ...cited, path }))
      found.push(...(beside ?? citationsOfItem(brief, proof)).map(cited => ({ ...cited, proof, words })))
    }
  }
  return found
}

type CitationBeside = Omit<QuotationCitation, 'proof' | 'words' | 'path'>

/** Undefined where no citation of a text belongs to the quotation. */
function citationsBeside(
  { range, source }: Proof,
  text: string,
  groups: readonly CitationGroup[],
): CitationBeside[] | undefined {
  const next = groups.findIndex(group => group.range.start >= range.end)
  const after = groups[next]
  const before = groups[(next < 0 ? groups.length : next) - 1]
  const between = after && text.slice(range.end, Math.min(after.range.start, range.end + REACH))
  const [group, adjacent] =
    after &&
    between !== undefined &&
    after.range.start - range.end < REACH &&
    (between.trim() === '' || !ENDS_SENTENCE.test(between))
      ? [after, PUNCTUATION.test(between)]
      : [before && introduces(before.range, range.start, text) ? before : undefined, true]
  const citations = group?.citations.filter(citation => citation.source === source)
  return citations?.map(citation => ({ citation, adjacent }))
}

/** The most characters between a quotation and its citation. */
const REACH = 2000
const ENDS_SENTENCE = /[.!?]["”’»)\]]*\s+\S|\n[ \t]*\n/
const PUNCTUATION = /^[\s\p{P}]*$/u

/** `As [@report, para. 4] says: “…”`: the citation is a word of the sentence that leads to the quotation. */
function introduces(cited: { start: number; end: number }, start: number, text: string): boolean {
  const isBefore = cited.end <= start && start - cited.end < REACH
  if (!isBefore || !PREPOSITION.test(text.slice(Math.max(0, cited.start - LONGEST_PREPOSITION), cited.start)))
    return false
  return !ENDS_SENTENCE.test(text.slice(cited.end, start))
}

const LONGEST_PREPOSITION = 20
const PREPOSITION =
  /(?<!\p{L})(?:according to|as|at|by|from|in|per|see|según|como|en|d['’]après|selon|dans|comme|laut|nach|wie|in|gemäß)\s*$/iu

/** The citations of the item that a quotation in prose belongs to. */
function citationsOfItem(
  brief: Brief,
  { path, source }: Proof,
): Omit<QuotationCitation, 'proof' | 'words'>[] {
  const [list, index] = path
  const items: unknown = Object.entries(brief.data).find(([key]) => key === list)?.[1]
  const item: unknown = Array.isArray(items) && typeof index === 'number' ? items[index] : undefined
  if (typeof item !== 'object' || item === null || !('cite' in item) || !Array.isArray(item.cite)) return []
  return item.cite.flatMap((entry: unknown, at) =>
    parseCitations(String(entry))
      .filter(citation => citation.source === source)
      .map(citation => ({ citation, path: [...path.slice(0, 2), 'cite', at], adjacent: true })),
  )
}
