import { present } from '../../diagnostics/index.js'
import { lookupKey, type Token } from '../../speech/index.js'
import type { SourceText } from '../text/source-text.js'
import { matchingForm } from './match-word.js'
import type { QuotationPart, QuotedWord } from './quotation.js'

/** One step from a source's words to a quotation's: `form` is a difference in case or punctuation only. */
export type AlignmentStep =
  | { readonly kind: 'same' | 'form' | 'changed'; readonly quoted: number; readonly source: number }
  | { readonly kind: 'dropped'; readonly source: number }
  | { readonly kind: 'added'; readonly quoted: number }

/**
 * Aligns a quotation's words with those of a source around a place, with the fewest changes: a Needleman-Wunsch
 * alignment (J. Mol. Biol. 48, 1970) in a band, with free ends in the source. `slack` is half the width of the band.
 */
export function alignPart(
  part: QuotationPart,
  source: SourceText,
  start: number,
  slack: number,
): { steps: AlignmentStep[]; cost: number } {
  const width = 2 * slack + 1
  const origin = start - slack
  const costs = new Float32Array((part.length + 1) * width)
  const moves = new Uint8Array((part.length + 1) * width)
  for (let row = 1; row <= part.length; row++) {
    const word = present(part[row - 1], 'word of the row')
    for (let column = 0; column < width; column++) {
      const token = source.tokens[origin + row - 1 + column]
      const at = row * width + column
      const above = (row - 1) * width + column
      let cost =
        present(costs[above], 'cost') +
        (token ? substitutionCost(word, token, source.keys[origin + row - 1 + column]) : CHANGED_COST)
      let move = MATCHED
      const added = column + 1 < width ? present(costs[above + 1], 'cost') + 1 : Number.POSITIVE_INFINITY
      if (added < cost) [cost, move] = [added, ADDED]
      const dropped =
        token && column > 0
          ? present(costs[at - 1], 'cost') + (moves[at - 1] === DROPPED ? NEXT_DROPPED_COST : 1)
          : Number.POSITIVE_INFINITY
      if (dropped < cost) [cost, move] = [dropped, DROPPED]
      costs[at] = cost
      moves[at] = move
    }
  }
  const end = cheapestColumn(costs, part.length * width, width)
  return {
    steps: traceSteps(part, source, moves, width, origin, end),
    cost: present(costs[part.length * width + end], 'cost'),
  }
}

const MATCHED = 0
const ADDED = 1
const DROPPED = 2
/** A changed word costs a little more than an added or dropped one, so that the alignment with more shared words wins. */
const CHANGED_COST = 1.25
const FORM_COST = 0.25
/** Dropping several words in a row is one change rather than several. */
const NEXT_DROPPED_COST = 0.25
const EDGE_FORM_COST = 0.01
const EITHER_EDGE = { first: true, last: true } as const

function substitutionCost(word: QuotedWord, token: Token, key: string | undefined): number {
  if (word.forms[0] === token.form) return 0
  if (word.affixes === undefined && word.key !== key && token.variant === undefined) return CHANGED_COST
  if (matchingForm(word, token, EITHER_EDGE) !== undefined) return EDGE_FORM_COST
  return word.key === key || isSameBesideSigns(word, token) ? FORM_COST : CHANGED_COST
}

/** Whether two words differ in signs alone, as `port¹` and `port` do. */
function isSameBesideSigns({ forms: [form] }: QuotedWord, token: Token): boolean {
  return form.charAt(0) === token.form.charAt(0) && withoutSigns(form) === withoutSigns(token.form)
}

function withoutSigns(form: string): string {
  return form.replace(/[^\p{L}\p{M}\p{Nd}]/gu, '')
}

function cheapestColumn(costs: Float32Array, from: number, width: number): number {
  let best = 0
  for (let column = 1; column < width; column++)
    if (present(costs[from + column], 'cost') < present(costs[from + best], 'cost')) best = column
  return best
}

function traceSteps(
  part: QuotationPart,
  source: SourceText,
  moves: Uint8Array,
  width: number,
  origin: number,
  end: number,
): AlignmentStep[] {
  const steps: AlignmentStep[] = []
  let column = end
  for (let row = part.length; row > 0; ) {
    const move = moves[row * width + column]
    const quoted = row - 1
    const at = origin + quoted + column
    if (move === DROPPED) {
      steps.push({ kind: 'dropped', source: at })
      column--
    } else {
      const word = present(part[quoted], 'word of the row')
      const token = source.tokens[at]
      if (move === ADDED || !token) steps.push({ kind: 'added', quoted })
      else steps.push({ kind: substitutionKind(word, token), quoted, source: at })
      row--
      if (move === ADDED) column++
    }
  }
  return steps.reverse()
}

function substitutionKind(word: QuotedWord, token: Token): 'same' | 'form' | 'changed' {
  if (word.forms.includes(token.form)) return 'same'
  if (word.key !== undefined && word.key === lookupKey(token.form)) return 'form'
  return isSameBesideSigns(word, token) ? 'form' : 'changed'
}
