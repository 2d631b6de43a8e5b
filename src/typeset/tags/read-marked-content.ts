/** The marked content of a page, as its operators have it. */
export interface PageMarks {
  /** Numbers of the pieces of content that belong to elements, in the order of drawing. */
  readonly mcids: readonly number[]
  /** Nothing is drawn outside of such a piece or an artifact, and none of these is inside another. */
  readonly wellFormed: boolean
}

/** Reads the operators of a page, one a line, for what they mark and what they draw (ISO 32000-1, 14.6). */
export function readMarkedContent(operators: string): PageMarks {
  const numbers: number[] = []
  /** For each sequence that is open, whether it is a piece of content or an artifact. */
  const open: boolean[] = []
  let sound = true
  for (const line of operators.split('\n')) {
    const operator = line.slice(line.lastIndexOf(' ') + 1)
    if (operator === 'BDC' || operator === 'BMC') {
      const number = /\/MCID (\d+)/.exec(line)?.[1]
      const outermost = number !== undefined || line.startsWith('/Artifact')
      if (outermost && open.includes(true)) sound = false
      if (number !== undefined) numbers.push(Number(number))
      open.push(outermost)
    } else if (operator === 'EMC') {
      if (open.pop() === undefined) sound = false
    } else if (PAINTING_OPERATORS.has(operator) && !open.includes(true)) sound = false
  }
  return { mcids: numbers, wellFormed: sound && open.length === 0 }
}

/** Operators that leave something on a page (ISO 32000-1, table 51: paths, shadings, images, objects, text). */
const PAINTING_OPERATORS = new Set([
  'S',
  's',
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'sh',
  'EI',
  'Do',
  'Tj',
  'TJ',
  "'",
  '"',
])
