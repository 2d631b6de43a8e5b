/** A number at the beginning of a line. */
export interface LineNumber {
  /** How it is written: `12.` and `(12)` are two numberings. */
  readonly style: NumberStyle
  readonly value: number
  /** As the text has it, without what stands around it: `12`, `12a`. */
  readonly label: string
  /** Offset of the line. */
  readonly at: number
}

export type NumberStyle = 'stop' | 'parenthesis' | 'round' | 'square' | 'sign' | 'bare'

/** The number that a line begins with, if it begins with one; `bare` ones are followed by white space alone. */
export function numberAtStart(line: string, at: number): LineNumber | undefined {
  const match = NUMBER.exec(line.slice(0, LONGEST_NUMBER))
  if (!match?.groups) return undefined
  const { round, square, sign, stop, parenthesis, bare } = match.groups
  const label = round ?? square ?? sign ?? stop ?? parenthesis ?? bare
  const style = STYLES.find(name => match.groups?.[name] !== undefined)
  if (label === undefined || style === undefined) return undefined
  return { style, value: Number.parseInt(label, 10), label: label.toLowerCase(), at }
}

const LONGEST_NUMBER = 40
const STYLES = ['round', 'square', 'sign', 'stop', 'parenthesis', 'bare'] as const
const NUMBER = new RegExp(
  [
    String.raw`^[\s>*_#]*(?:`,
    String.raw`\((?<round>\d{1,4}[a-z]?)\)|\[(?<square>\d{1,4}[a-z]?)\]`,
    String.raw`|(?:¶|§|[Pp]aras?\b\.?|[Pp]aragraph|[Pp]árr\.?|Abs\.?|Rn\.?|Rz\.?)\s*(?<sign>\d{1,4}[a-z]?)\b`,
    String.raw`|(?<stop>\d{1,4}[a-z]?)\.(?=\s|$)|(?<parenthesis>\d{1,4}[a-z]?)\)`,
    String.raw`|(?<bare>\d{1,4}[a-z]?)(?=\s+[\p{Lu}\p{Pi}\p{Ps}"'¿¡]|\t|\s*$)`,
    ')',
  ].join(''),
  'u',
)

/**
 * The numbers of one numbering that goes through a text: the longest run that rises by small steps, so that a list within
 * a numbered paragraph, a year or a figure at the beginning of a line is no paragraph.
 */
export function longestNumbering(numbers: readonly LineNumber[]): LineNumber[] {
  let best: LineNumber[] = []
  for (const style of STYLES) {
    const run = longestRun(numbers.filter(number => number.style === style))
    const fewest = style === 'bare' ? 2 : 1
    if (run.length >= fewest && run.length > best.length) best = run
  }
  return best
}

/** The paragraphs that may be lacking between two: an excerpt, or a number that stands on a line of its own. */
const LARGEST_STEP = 5

function longestRun(numbers: readonly LineNumber[]): LineNumber[] {
  const lengths: number[] = []
  const before: (number | undefined)[] = []
  /** The last of the longest run that ends with a value. */
  const ends = new Map<number, number>()
  let last: number | undefined
  for (const [index, { value, label }] of numbers.entries()) {
    let length = 0
    for (let step = /\d$/.test(label) ? 1 : 0; step <= LARGEST_STEP; step++) {
      const end = ends.get(value - step)
      const reached = end === undefined ? 0 : (lengths[end] ?? 0)
      if (reached > length) [length, before[index]] = [reached, end]
    }
    lengths[index] = length + 1
    if (lengths[index] > (lengths[ends.get(value) ?? -1] ?? 0)) ends.set(value, index)
    if (last === undefined || lengths[index] > (lengths[last] ?? 0)) last = index
  }
  const run: LineNumber[] = []
  for (let at = last; at !== undefined; at = before[at]) {
    const number = numbers[at]
    if (number) run.push(number)
  }
  return run.reverse()
}
