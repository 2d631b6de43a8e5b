import { isWordToken, lookupKey, tokenise } from '../../speech/index.js'

/** Where the words of a quotation and of its passage are not the same characters. */
export interface TextComparison {
  readonly differences: readonly TextDifference[]
  /** They are too long to be compared word by word. */
  readonly isTooLong: boolean
}

/**
 * `left-out` and `inserted` are what the brief declares; `normalised` is a difference that the rules of proof make none;
 * `passed-over` is what stands between the words in the source and is none of them.
 */
export interface TextDifference {
  readonly kind: 'left-out' | 'inserted' | 'normalised' | 'passed-over' | 'other'
  /** As the brief has it; empty where it has nothing. */
  readonly brief: string
  /** As the source has it; empty where it has nothing. */
  readonly source: string
}

/** Compares a quotation with its passage character by character, and says of what kind each difference is. */
export function compareTexts(quotation: string, passage: string): TextComparison {
  const quoted = unitsOf(quotation, true)
  const said = unitsOf(passage, false)
  if (quoted.length * said.length > MOST_CELLS) return { differences: [], isTooLong: true }
  const differences: TextDifference[] = []
  const seen = new Set<string>()
  for (const { left, right } of differingRuns(quoted, said)) {
    const brief = textOf(quotation, left)
    const source = textOf(passage, right)
    const difference = { kind: kindOf(left, right), brief, source }
    const key = JSON.stringify(difference)
    if (squeezed(brief) === squeezed(source) || seen.has(key)) continue
    seen.add(key)
    differences.push(difference)
  }
  return { differences, isTooLong: false }
}

/** As many as two texts of 2,000 words have. */
const MOST_CELLS = 4_000_000

/** Splits a quotation into its words and the signs with which it declares alterations. */
export function splitAtAlterations(text: string): { text: string; isAlteration: boolean }[] {
  const segments: { text: string; isAlteration: boolean }[] = []
  let done = 0
  for (const match of text.matchAll(ALTERATION)) {
    if (match.index > done) segments.push({ text: text.slice(done, match.index), isAlteration: false })
    segments.push({ text: match[0], isAlteration: true })
    done = match.index + match[0].length
  }
  if (done < text.length) segments.push({ text: text.slice(done), isAlteration: false })
  return segments
}

/** Words in brackets, or an ellipsis with or without brackets. */
const ALTERATION = /\[[^[\]]*\]|\((?:…|\.\s?\.\s?\.)\)|…|\.\s?\.\s?\./g
const ELLIPSIS = /^[[(]?\s*(?:…|\.\s?\.\s?\.)\s*[\])]?$/

interface TextUnit {
  /** The same in both texts for what counts as the same. */
  readonly key: string
  readonly sign?: 'omission' | 'insertion'
  readonly start: number
  readonly end: number
}

/** The words and marks of a text; in a quotation, what declares an alteration is a unit of its own. */
function unitsOf(text: string, isQuotation: boolean): TextUnit[] {
  const signs: TextUnit[] = []
  const plain = !isQuotation
    ? text
    : text.replace(ALTERATION, (sign: string, start: number) => {
        const end = start + sign.length
        const isOmission = ELLIPSIS.test(sign)
        const touches = /\p{L}$/u.test(text.slice(0, start)) || /^\p{L}/u.test(text.slice(end))
        if (touches && !isOmission && !/\s/.test(sign)) return sign
        signs.push({ key: '', sign: isOmission ? 'omission' : 'insertion', start, end })
        return ' '.repeat(sign.length)
      })
  const words = tokenise(plain).map(token => ({
    key: isWordToken(token) ? lookupKey(token.form).replace(/[[\]]/g, '') : token.form,
    start: token.start,
    end: token.end,
  }))
  return [...words, ...signs].sort((a, b) => a.start - b.start)
}

interface UnitRun {
  readonly left: readonly TextUnit[]
  readonly right: readonly TextUnit[]
}

/** What is not common to two lists by their longest common subsequence, and each pair of units that match. */
function* differingRuns(left: readonly TextUnit[], right: readonly TextUnit[]): Iterable<UnitRun> {
  const width = right.length + 1
  const lengths = new Uint16Array((left.length + 1) * width)
  const same = (a: TextUnit | undefined, b: TextUnit | undefined) =>
    a !== undefined && b !== undefined && a.sign === undefined && a.key === b.key
  for (let row = left.length - 1; row >= 0; row--)
    for (let column = right.length - 1; column >= 0; column--) {
      const at = row * width + column
      lengths[at] = same(left[row], right[column])
        ? 1 + (lengths[at + width + 1] ?? 0)
        : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0)
    }
  let run: { left: TextUnit[]; right: TextUnit[] } = { left: [], right: [] }
  for (let row = 0, column = 0; row < left.length || column < right.length; ) {
    const [a, b] = [left[row], right[column]]
    if (a && b && same(a, b)) {
      if (run.left.length + run.right.length > 0) yield run
      run = { left: [], right: [] }
      yield { left: [a], right: [b] }
      row++
      column++
    } else if (
      a &&
      (!b || (lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0))
    ) {
      run.left.push(a)
      row++
    } else if (b) {
      run.right.push(b)
      column++
    }
  }
  if (run.left.length + run.right.length > 0) yield run
}

function kindOf(left: readonly TextUnit[], right: readonly TextUnit[]): TextDifference['kind'] {
  if (left.some(({ sign }) => sign === 'insertion')) return 'inserted'
  if (left.some(({ sign }) => sign === 'omission')) return 'left-out'
  if (left.length === 0) return 'passed-over'
  return left.map(({ key }) => key).join(' ') === right.map(({ key }) => key).join(' ')
    ? 'normalised'
    : 'other'
}

function textOf(text: string, units: readonly TextUnit[]): string {
  const [first, last] = [units[0], units.at(-1)]
  return first && last ? text.slice(first.start, last.end) : ''
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ')
}
