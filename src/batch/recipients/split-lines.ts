/** A line's bytes, without its LF, and its number from 1. */
export interface DataLine {
  readonly bytes: Buffer
  readonly number: number
}

/** Parts a text at its LFs; of a line that is longer, only `longest` bytes and one more are kept. */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  longest: number,
): AsyncGenerator<DataLine, void> {
  let held: Buffer = Buffer.alloc(0)
  let number = 1
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, from)) {
      yield { bytes: joinUpTo(held, chunk.subarray(from, end), longest), number }
      number++
      held = Buffer.alloc(0)
      from = end + 1
    }
    held = joinUpTo(held, chunk.subarray(from), longest)
  }
  if (held.length > 0) yield { bytes: held, number }
}

const LF = 0x0a

function joinUpTo(held: Buffer, more: Buffer, longest: number): Buffer {
  if (held.length > longest) return held
  return (held.length === 0 ? more : Buffer.concat([held, more])).subarray(0, longest + 1)
}
