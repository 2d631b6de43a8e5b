import { type Place, present, type Report, SourceFile } from '../diagnostics/index.js'

/** Bytes that a text may have unless the caller sets another limit: some ten times the longest report. */
export const MAX_TEXT_BYTES = 16 * 1024 * 1024

const SAVE_AS = 'save the file as UTF-8 text'
const LEGACY = 'check whether it is Latin-1 or Windows-1252, which older software writes'

/** Decodes UTF-8, with or without a byte order mark; other encodings, binary data and excessive sizes are findings. */
export function decodeText(
  bytes: Uint8Array,
  path: string,
  report: Report,
  limit = MAX_TEXT_BYTES,
): SourceFile | undefined {
  if (bytes.length > limit) {
    reportTooLarge(path, bytes.length, limit, report)
    return undefined
  }
  if (isUtf16(bytes)) {
    report('file-encoding', startOf(path), 'the file is UTF-16, not UTF-8', SAVE_AS)
    return undefined
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const body = hasMark ? bytes.subarray(3) : bytes
  const file = new SourceFile(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(body))
  const nul = file.text.indexOf('\0')
  const bad = firstReplaced(body, file.text)
  const place = (at: number): Place => ({ file, range: { start: at, end: at + 1 } })
  if (nul !== -1 && (!bad || nul < bad.at))
    report('file-encoding', place(nul), 'there is a NUL byte here: the file is not text', SAVE_AS)
  else if (bad)
    report('file-encoding', place(bad.at), `the byte \`${bad.byte}\` is not UTF-8`, SAVE_AS, LEGACY)
  else return file
  return undefined
}

/** Reports a file with more bytes, or a text with more characters, than allowed. */
export function reportTooLarge(path: string, size: number, limit: number, report: Report): void {
  const message = `\`${path}\` has ${megabytes(size)} MB, more than the ${megabytes(limit)} MB that it may have`
  report('file-too-large', startOf(path), message, 'check that this is the file you mean')
}

function startOf(path: string): Place {
  return { file: new SourceFile(path, ''), range: { start: 0, end: 0 } }
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

/** The first U+FFFD that replaces a byte instead of being in the file; all before it is valid UTF-8. */
function firstReplaced(
  bytes: Uint8Array,
  text: string,
): { readonly at: number; readonly byte: string } | undefined {
  let offset = 0
  let from = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', from)) {
    offset += Buffer.byteLength(text.slice(from, at))
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd)
      return {
        at,
        byte: `0x${present(bytes[offset], 'replaced byte').toString(16).toUpperCase().padStart(2, '0')}`,
      }
    offset += 3
    from = at + 1
  }
  return undefined
}
