/** The marked content of a page, as its operators have it. */
export interface PageMarks {
  /** Numbers of the pieces of content that belong to elements, in the order of drawing. */
  readonly mcids: readonly number[]
  /** Nothing is drawn outside of such a piece or an artifact, and none of these is inside another. */
  readonly wellFormed: boolean
}

const [SPACE, NEWLINE] = [0x20, 0x0a]

/** Reads the operators of a page, one a line, for what they mark and what they draw (ISO 32000-1, 14.6). */
export function readMarkedContent(operators: Uint8Array): PageMarks {
  const bytes = Buffer.from(operators.buffer, operators.byteOffset, operators.byteLength)
  const marks = new OpenMarks()
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, start)
    const end = newline === -1 ? bytes.length : newline
    const operator = lastOperator(bytes, start, end)
    if (operator === BDC || operator === BMC) marks.begin(bytes.toString('latin1', start, end))
    else if (operator === EMC) marks.end()
    else if (PAINTING_OPERATORS.has(operator)) marks.paint()
    start = end + 1
  }
  return marks.read()
}

/** The last operator of a line, as a number of its last bytes: those that are looked for have no more than three. */
function lastOperator(bytes: Uint8Array, start: number, end: number): number {
  let operator = 0
  for (let at = end - 1, shift = 0; at >= start && bytes[at] !== SPACE && shift < 32; at--, shift += 8)
    operator |= (bytes[at] as number) << shift
  return operator
}

/** Keeps track of the sequences of marked content that are open. */
class OpenMarks {
  readonly #numbers: number[] = []
  /** For each sequence that is open, whether it is a piece of content or an artifact. */
  readonly #open: boolean[] = []
  #sound = true

  begin(line: string): void {
    const number = /\/MCID (\d+)/.exec(line)?.[1]
    const outermost = number !== undefined || line.startsWith('/Artifact')
    if (outermost && this.#open.includes(true)) this.#sound = false
    if (number !== undefined) this.#numbers.push(Number(number))
    this.#open.push(outermost)
  }

  end(): void {
    if (this.#open.pop() === undefined) this.#sound = false
  }

  paint(): void {
    if (!this.#open.includes(true)) this.#sound = false
  }

  read(): PageMarks {
    return { mcids: this.#numbers, wellFormed: this.#sound && this.#open.length === 0 }
  }
}

const operatorCode = (operator: string): number => lastOperator(Buffer.from(operator), 0, operator.length)
const [BDC, BMC, EMC] = ['BDC', 'BMC', 'EMC'].map(operatorCode)

/** Operators that leave something on a page (ISO 32000-1, table 51: paths, shadings, images, objects, text). */
const PAINTING_OPERATORS = new Set(
  ['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'EI', 'Do', 'Tj', 'TJ', "'", '"'].map(operatorCode),
)
