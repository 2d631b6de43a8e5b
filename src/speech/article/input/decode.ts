import { type Report, SourceFile } from '../../../diagnostics/index.js'
import { hasHtmlExtension, startsLikeHtml } from './detect-format.js'
import { type BinaryFormat, binaryFormatOf, looksBinary, reportNotText } from './not-text.js'

/**
 * Decodes the bytes of an article, whatever wrote them: articles come from the web, from mails and from old software,
 * and nobody is to convert them by hand.
 */
export function decodeArticle(
  bytes: Uint8Array,
  path: string,
  report: Report,
  refuse: (kind: BinaryFormat) => void = kind => reportNotText(path, kind, report),
): SourceFile | undefined {
  const kind = binaryFormatOf(bytes)
  if (kind) {
    refuse(kind)
    return undefined
  }
  const { text, guessed } = decode(bytes, path)
  if (looksBinary(text)) {
    refuse({ name: 'binary data' })
    return undefined
  }
  const file = new SourceFile(path, text)
  if (guessed) reportGuessedEncoding(file, report)
  return file
}

interface Decoded {
  readonly text: string
  /** Whether nothing says which encoding it is. */
  readonly guessed?: boolean
}

function decode(bytes: Uint8Array, path: string): Decoded {
  const wide = utf16Of(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes) }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const declared = declaredEncoding(bytes, path)
    return { text: decodeAs(declared ?? 'windows-1252', bytes), guessed: declared === undefined }
  }
}

/** UTF-16 by its mark, or by the zeros that every other byte is in a text of Latin letters. */
function utf16Of(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  const pairs = sample.length >> 1
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (pairs < 2 || bytes.length % 2 === 1) return undefined
  if (odd > pairs * 0.6 && even < pairs * 0.02) return 'utf-16le'
  return even > pairs * 0.6 && odd < pairs * 0.02 ? 'utf-16be' : undefined
}

/** What the head of a web page says of its encoding; UTF-8 is not it, as the bytes are none. */
function declaredEncoding(bytes: Uint8Array, path: string): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (!hasHtmlExtension(path) && !startsLikeHtml(head)) return undefined
  const [, label] =
    /<(?:meta\s[^<>]{0,300}?charset|\?xml\s[^<>]{0,100}?encoding)\s*=\s*["']?([\w.:-]+)/i.exec(head) ?? []
  try {
    const { encoding } = new TextDecoder(label ?? 'utf-8')
    return encoding.startsWith('utf-') ? undefined : encoding
  } catch {
    return undefined
  }
}

/** What Windows-1252 has in place of the control characters 0x80 to 0x9F; Node 20 takes it for Latin-1. */
const WINDOWS_1252_C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

function decodeAs(encoding: string, bytes: Uint8Array): string {
  const text = new TextDecoder(encoding).decode(bytes)
  if (encoding !== 'windows-1252') return text
  return text.replace(
    /[\x80-\x9f]/g,
    character => WINDOWS_1252_C1[character.charCodeAt(0) - 0x80] ?? character,
  )
}

function reportGuessedEncoding(file: SourceFile, report: Report): void {
  const at = /[^\x00-\x7f]/.exec(file.text)?.index ?? 0
  report(
    'article-encoding',
    { file, range: { start: at, end: at + 1 } },
    'the file is not UTF-8, and is taken for Windows-1252',
    'save it as UTF-8 if quotation marks or accents look wrong',
  )
}
