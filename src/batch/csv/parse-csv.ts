import type { Parser } from 'csv-parse'
import { MAX_ROW_BYTES } from './row-text.js'

/** A record of a CSV file, or what cannot be read as one; the latter comes last. */
export type CsvRecord =
  | { readonly kind: 'record'; readonly cells: readonly string[]; readonly bytes: Buffer }
  | { readonly kind: 'fault'; readonly fault: CsvError; readonly bytes: Buffer }

/** A cell's quotation mark has no partner, text follows its partner, or it stands within the cell; or no end is in sight. */
export type CsvError = 'unclosed' | 'text-after' | 'stray' | 'too-long'

/** Parses CSV as RFC 4180 has it, piece by piece. A blank line is a record of one empty cell. */
export async function* parseCsv(
  chunks: AsyncIterable<Buffer>,
  delimiter: string,
): AsyncGenerator<CsvRecord, void> {
  const { parser, parsed } = await openParser(delimiter)
  let held: Buffer = Buffer.alloc(0)
  let offset = 0
  for await (const chunk of withEnd(chunks)) {
    if (chunk) held = Buffer.concat([held, chunk])
    const fault = await feedParser(parser, chunk)
    for (const { cells, end } of parsed.splice(0)) {
      const bytes = held.subarray(0, end - offset)
      if (bytes.length > MAX_ROW_BYTES) {
        yield { kind: 'fault', fault: 'too-long', bytes }
        return
      }
      yield { kind: 'record', cells, bytes }
      held = held.subarray(bytes.length)
      offset = end
    }
    const what = fault ?? (held.length > MAX_ROW_BYTES ? 'too-long' : undefined)
    if (what !== undefined) {
      yield { kind: 'fault', fault: what, bytes: held }
      return
    }
  }
}

interface ParsedRecord {
  readonly cells: readonly string[]
  /** The offset in the file at which the record ends, its line end included. */
  readonly end: number
}

/** A parser that hands its records over at once: those left in its stream would be lost with the first fault. */
async function openParser(delimiter: string): Promise<{ parser: Parser; parsed: ParsedRecord[] }> {
  const { parse } = await import('csv-parse')
  const parsed: ParsedRecord[] = []
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    on_record: (cells: readonly string[], { bytes }) => {
      parsed.push({ cells, end: bytes })
      return null
    },
  })
  parser.on('error', () => undefined)
  return { parser, parsed }
}

async function* withEnd<T>(items: AsyncIterable<T>): AsyncGenerator<T | undefined, void> {
  yield* items
  yield undefined
}

/** Lets the parser read a piece, or the end of the file; it fails for good. */
async function feedParser(parser: Parser, chunk: Buffer | undefined): Promise<CsvError | undefined> {
  const error = await new Promise<Error | null | undefined>(resolve => {
    if (chunk) parser.write(chunk, resolve)
    else parser.end((failed?: Error | null) => resolve(failed))
  })
  if (!error) return undefined
  const fault = 'code' in error && typeof error.code === 'string' ? CSV_ERRORS[error.code] : undefined
  if (fault === undefined) throw error
  return fault
}

const CSV_ERRORS: Readonly<Record<string, CsvError>> = {
  CSV_QUOTE_NOT_CLOSED: 'unclosed',
  CSV_INVALID_CLOSING_QUOTE: 'text-after',
  INVALID_OPENING_QUOTE: 'stray',
}
