import { type Place, type Report, SourceFile } from '../diagnostics/index.js'

/** Bytes that a text may have where the caller sets no other limit: some ten times the longest report. */
export const MAX_TEXT_BYTES = 16 * 1024 * 1024

const SAVE_AS = 'save the file as UTF-8 text'
const LEGACY = 'check whether it is Latin-1 or Windows-1252, which older software writes'

/** Decodes UTF-8, with or without its mark; other encodings, binary data and excessive sizes are findings. */
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
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const body = marked ? bytes.subarray(3) : bytes
  const file = new SourceFile(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(body))
  const nul = file.text.indexOf('\0')
  const bad = firstReplaced(body, file.text)
  const place = (at: number): Place => ({ file, range: { start: at, end: at + 1 } })
  if (nul !== -1 && (!bad || nul < bad.at))
    report('file-encoding', place(nul), 'a NUL byte stands here: the file is no text', SAVE_AS)
  else if (bad)
    report('file-encoding', place(bad.at), `the byte \`${bad.byte}\` is not UTF-8`, SAVE_AS, LEGACY)
  else return file
  return undefined
}

/** What a file of more bytes (or a text of more characters) than it may have is told. */
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

/** The first U+FFFD of a decoded text that does not stand for itself: what is before it is valid. */
function firstReplaced(
  bytes: Uint8Array,
  text: string,
): { readonly at: number; readonly byte: string } | undefined {
  let offset = 0
  let from = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', from)) {
    offset += Buffer.byteLength(text.slice(from, at))
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd)
      return { at, byte: `0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')}` }
    offset += 3
    from = at + 1
  }
  return undefined
}
