import { isWordToken } from '../../speech/index.js'
import type { SourceText } from '../text/source-text.js'
import type { AlignmentStep } from './align.js'

/**
 * Pairs words added before or after a passage with those that the source has there, since the free ends of an
 * alignment let a changed first or last word pass for an added one. Words across the end of a sentence or a quotation are
 * not paired.
 */
export function pairEndWords(steps: readonly AlignmentStep[], source: SourceText): AlignmentStep[] {
  const fromStart = pairAddedWords([...steps].reverse(), source, -1).reverse()
  return pairAddedWords(fromStart, source, 1)
}

/** Continues from the last step with a word of the source, in the given direction. */
function pairAddedWords(
  steps: readonly AlignmentStep[],
  source: SourceText,
  direction: 1 | -1,
): AlignmentStep[] {
  const edge = steps.findLastIndex(step => step.kind !== 'added')
  const last = steps[edge]
  if (last === undefined || !('source' in last)) return [...steps]
  let at = last.source
  let open = true
  return steps.map((step, index) => {
    if (index <= edge || step.kind !== 'added') return step
    open &&= isSameSentence(source, direction === 1 ? at : at - 1)
    if (!open) return step
    at += direction
    return { kind: 'changed', quoted: step.quoted, source: at }
  })
}

/** Whether a token and the next are words of one sentence. */
function isSameSentence({ tokens, file }: SourceText, first: number): boolean {
  const [token, next] = [tokens[first], tokens[first + 1]]
  if (!token || !next || !isWordToken(token) || !isWordToken(next)) return false
  return !/[.?!]['’)\]]*$/u.test(token.form) && !/\n\s*\n/.test(file.text.slice(token.end, next.start))
}
