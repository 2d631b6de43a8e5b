import { decodeText } from '../../brief/index.js'
import { type Report, SourceFile } from '../../diagnostics/index.js'

/** Decodes a row that begins at a line of its file; what is not UTF-8 is a finding there. */
export function decodeRow(
  bytes: Uint8Array,
  path: string,
  firstLine: number,
  report: Report,
): SourceFile | undefined {
  const inFile: Report = (code, { file, range }, ...said) =>
    report(code, { file: new SourceFile(path, file.text, firstLine), range }, ...said)
  const decoded = decodeText(bytes, path, inFile)
  return decoded && new SourceFile(path, decoded.text, firstLine)
}

/** Counts the line ends of a text as editors do: CRLF, LF or CR. */
export function countLineEnds(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) count++
  for (let at = bytes.indexOf(CR); at !== -1; at = bytes.indexOf(CR, at + 1))
    if (bytes[at + 1] !== LF) count++
  return count
}

const LF = 0x0a
const CR = 0x0d
