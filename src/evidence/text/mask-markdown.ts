import { type CitationGroup, findNoteCalls } from '../../brief/index.js'

/**
 * Masks what is not text of the author in inline Markdown: citations, calls of notes, the marks of code, the addresses of links, emphasis
 * marks, escapes and the marks of block quotations. Each masked character is replaced by one without width, so that offsets
 * do not change. Quotation marks that are written as entities, or as TeX has them, are replaced by the marks themselves.
 */
export function maskMarkdown(text: string, citations: readonly CitationGroup[]): string {
  let masked = maskCitations(text, citations)
  if (masked.includes('\\')) masked = masked.replace(/\\([!-/:-@[-`{-~])/g, `${ESCAPE}$1`)
  if (masked.includes('`')) masked = maskBackticks(masked)
  if (masked.includes('&'))
    masked = masked.replace(ENTITY, (entity: string, name: string) => {
      const mark = ENTITIES.get(name.toLowerCase())
      return mark === undefined ? entity : mark + maskedCharacters(entity.slice(1))
    })
  if (masked.includes('[^'))
    for (const { start, end } of findNoteCalls(masked))
      masked = masked.slice(0, start) + maskedCharacters(masked.slice(start, end)) + masked.slice(end)
  if (masked.includes(']('))
    masked = masked.replace(LINK, (_all, words: string, address: string) =>
      [WORD_JOINER, words, WORD_JOINER, maskedCharacters(address)].join(''),
    )
  if (/[*_]/.test(masked)) masked = masked.replace(EMPHASIS, maskedCharacters)
  return masked.includes('>') ? masked.replace(BLOCK_QUOTATION, maskedCharacters) : masked
}

/** Replaces a backslash, so that the character after it is not taken for markup. Without width too. */
const ESCAPE = '\u2061'
const LINK = new RegExp(String.raw`(?<!${ESCAPE})\[([^[\]]*)\](\([^()\s]*(?:\s+"[^"]*")?\))`, 'g')
const EMPHASIS = new RegExp(String.raw`(?<!${ESCAPE})(?:\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}]))`, 'gu')
const BLOCK_QUOTATION = /(?<=(?:^|\n) {0,3})>(?: {0,3}>)*(?!>)/g
const ENTITY = /&(#?\w{2,8});/g
const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '"': 'quot #34 #x22',
    '“': 'ldquo #8220 #x201c opencurlydoublequote',
    '”': 'rdquo #8221 #x201d rdquor',
    '„': 'bdquo ldquor #8222 #x201e',
    '‘': 'lsquo #8216 #x2018',
    '’': 'rsquo #8217 #x2019 rsquor',
    '‚': 'sbquo lsquor #8218 #x201a',
    '«': 'laquo #171 #xab',
    '»': 'raquo #187 #xbb',
    '‹': 'lsaquo #8249 #x2039',
    '›': 'rsaquo #8250 #x203a',
    "'": 'apos #39 #x27',
    '″': 'prime #8243 #x2033',
  }).flatMap(([mark, names]) => names.split(' ').map((name): [string, string] => [name, mark])),
)

/** The word joiner: without width, and dropped by the normalisation. */
const WORD_JOINER = '\u2060'

/** As many characters without width. */
export function maskedCharacters(text: string): string {
  return WORD_JOINER.repeat(text.length)
}

function maskCitations(text: string, citations: readonly CitationGroup[]): string {
  const pieces: string[] = []
  let done = 0
  for (const { range } of citations) {
    if (range.end <= done) continue
    let start = Math.max(done, range.start)
    while (start > done && /\s/.test(text.charAt(start - 1))) start -= 1
    pieces.push(text.slice(done, start), maskedCharacters(text.slice(start, range.end)))
    done = range.end
  }
  return pieces.join('') + text.slice(done)
}

/**
 * Masks the marks of code spans, whose text is printed and may quote. Backticks that begin no code are the quotation marks
 * of TeX: two as far as two apostrophes, one as far as one.
 */
function maskBackticks(text: string): string {
  const runs = [...text.matchAll(BACKTICKS)].map(({ 0: { length }, index }) => ({ index, length, next: -1 }))
  if (runs.length === 0) return text
  const later = new Map<number, number>()
  for (const [at, run] of [...runs.entries()].reverse()) {
    run.next = later.get(run.length) ?? -1
    later.set(run.length, at)
  }
  const closing = [...text.matchAll(/(?<=[\p{L}\p{N}.,!?…)])''/gu)].map(({ index }) => index)
  const pieces: string[] = []
  let done = 0
  let nextClosing = 0
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at]
    if (!run) break
    const { index, length, next } = run
    while ((closing[nextClosing] ?? text.length) < index) nextClosing += 1
    const end = runs[next]
    const isCode = end !== undefined && !(length === 2 && (closing[nextClosing] ?? text.length) < end.index)
    const mask = (from: number, replacement: string) => {
      pieces.push(text.slice(done, from), replacement)
      done = from + length
    }
    if (isCode) {
      mask(index, maskedCharacters(text.slice(index, index + length)))
      mask(end.index, maskedCharacters(text.slice(end.index, end.index + length)))
      at = next
    } else if (length <= 2 && /^(?:$|[\s([{—–])/.test(text.slice(Math.max(0, index - 1), index)))
      mask(index, length === 2 ? `“${WORD_JOINER}` : '‘')
  }
  return pieces.join('') + text.slice(done)
}

const BACKTICKS = new RegExp(String.raw`(?<![${ESCAPE}\x60])\x60+`, 'g')
