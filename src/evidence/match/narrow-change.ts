import { STOPS } from '../../speech/index.js'

/** Other words in a place of a source, without those at its edges that are the same. */
export interface NarrowChange {
  /** What the two have in common before the change. */
  readonly head: string
  readonly had: string
  readonly has: string
  /** What they have in common after it. */
  readonly tail: string
}

/**
 * Narrows a change to what differs as a reader would mark it: words for words, a sign for a sign. Sentence punctuation of the
 * source does not differ where a quotation ends.
 */
export function narrowChange(had: string, has: string, atEnd: boolean): NarrowChange {
  const [lost, gained] = [unitsOf(had), unitsOf(has)]
  let head = 0
  while (head < lost.length && head < gained.length && lost[head] === gained[head]) head++
  let tail = 0
  while (
    tail < lost.length - head &&
    tail < gained.length - head &&
    lost[lost.length - 1 - tail] === gained[gained.length - 1 - tail]
  )
    tail++
  const change = {
    head: lost.slice(0, head).join(''),
    had: lost.slice(head, lost.length - tail).join(''),
    has: gained.slice(head, gained.length - tail).join(''),
    tail: lost.slice(lost.length - tail).join(''),
  }
  const stops = atEnd && has !== '' && tail === 0 ? (END_STOPS.exec(change.had)?.[0] ?? '') : ''
  if (stops !== '' && stops !== change.had && !END_STOPS.test(change.has))
    return { ...change, had: change.had.slice(0, -stops.length), tail: stops }
  return (change.had + change.has).trim() === '' ? { head: '', had, has, tail: '' } : change
}

/** Marks what a quotation lacks as `[-word-]` and what it adds as `{+word+}`; `space` is what stands before it. */
export function markChange({ head, had, has, tail }: NarrowChange, space: string): string {
  const signs = head === '' && has === '' && /^[^\p{L}\p{N}\s"“”«»„]/u.test(had) ? space : ''
  return [signs === '' ? space : '', head, had && `[-${signs}${had}-]`, has && `{+${has}+}`, tail].join('')
}

const END_STOPS = new RegExp(`[${STOPS}]+$`)

/** Words with their apostrophes and hyphens, figures with their points, and every other character. */
function unitsOf(text: string): string[] {
  return text.match(UNIT) ?? []
}

const UNIT =
  /\p{Nd}+(?:[.,:]\p{Nd}+)*\p{L}*|[\p{L}\p{M}](?:[\p{L}\p{M}\p{Nd}]|['’-](?=[\p{L}\p{Nd}]))*|\s+|[\s\S]/gu
